using Microsoft.Extensions.Options;
using PayPage.Delivery.Email;
using PayPage.Delivery.Sms;

namespace PayPage.Delivery;

/// <summary>Tells the operator at the start that messages go into a folder. In Development that is what everybody expects.</summary>
internal sealed partial class FolderNotice(
    IOptions<EmailOptions> email, IOptions<SmsOptions> sms, IHostEnvironment environment, ILogger<FolderNotice> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (environment.IsDevelopment())
        {
            return Task.CompletedTask;
        }

        if (email.Value.Transport == EmailTransport.Folder)
        {
            LogMailStays();
        }

        if (sms.Value.Transport == SmsTransport.Folder)
        {
            LogTextsStay();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(4002, LogLevel.Warning, "Mail is written into a folder and reaches nobody. Set Email__Transport=Smtp and Email__Smtp__Host.")]
    private partial void LogMailStays();

    // Not a warning: many sites send no text messages at all.
    [LoggerMessage(4003, LogLevel.Information, "Text messages are written into a folder and reach nobody. Where they are used, set Sms__Transport=Twilio.")]
    private partial void LogTextsStay();
}
