using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PayPage.Delivery.Email;
using PayPage.Delivery.Email.Smtp;
using PayPage.Delivery.Sms;
using PayPage.Domain.Delivery;

namespace PayPage.Delivery;

internal static class DeliveryRegistration
{
    private const int LargestSmsAnswer = 64 * 1024;    // bytes; a real one has about one thousand

    /// <param name="dataDirectory">Where all embedded state lies.</param>
    public static IServiceCollection AddDelivery(this IServiceCollection services, string dataDirectory)
    {
        services.AddHostedService<FolderNotice>();
        return services.AddEmail(Path.Combine(dataDirectory, "mail")).AddSms(Path.Combine(dataDirectory, "sms"));
    }

    private static IServiceCollection AddEmail(this IServiceCollection services, string folder)
    {
        services.AddOptions<EmailOptions>().BindConfiguration(EmailOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EmailOptions>, EmailOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EmailOptions>, EmailOptionsCheck>());
        services.TryAddSingleton(new MailFolder(folder));
        services.TryAddSingleton<FolderSender>();
        services.TryAddSingleton<SmtpSender>();
        services.TryAddSingleton<IEmailSender>(s => s.GetRequiredService<IOptions<EmailOptions>>().Value.Transport switch
        {
            EmailTransport.Folder => s.GetRequiredService<FolderSender>(),
            EmailTransport.Smtp => s.GetRequiredService<SmtpSender>(),
        });
        services.TryAddSingleton<IMailComposer, MailComposer>();
        services.TryAddSingleton<IColleagueMailComposer, ColleagueMailComposer>();
        services.TryAddSingleton<ITextComposer, TextComposer>();
        return services;
    }

    private static IServiceCollection AddSms(this IServiceCollection services, string folder)
    {
        services.AddOptions<SmsOptions>().BindConfiguration(SmsOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SmsOptions>, SmsOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SmsOptions>, SmsOptionsCheck>());
        services.AddHttpClient(TwilioSender.ClientName)
            .ConfigureHttpClient((s, client) =>
            {
                client.Timeout = s.GetRequiredService<IOptions<SmsOptions>>().Value.Twilio.Timeout;
                client.MaxResponseContentBufferSize = LargestSmsAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(s => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,    // the account's token goes to the address that was set, and nowhere else
                UseCookies = false,
                UseProxy = !s.GetRequiredService<IOptions<SmsOptions>>().Value.Twilio.BaseUrl.IsLoopback,    // no proxy reaches this machine for us
            })
            .RemoveAllLoggers();    // they write addresses, which hold the account
        services.TryAddSingleton(new SmsFolder(folder));
        services.TryAddSingleton<SmsFolderSender>();
        services.TryAddSingleton<TwilioSender>();
        services.TryAddSingleton<ISmsSender>(s => s.GetRequiredService<IOptions<SmsOptions>>().Value.Transport switch
        {
            SmsTransport.Folder => s.GetRequiredService<SmsFolderSender>(),
            SmsTransport.Twilio => s.GetRequiredService<TwilioSender>(),
        });
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<SmsOptions>>().Value.Limits);
        return services;
    }
}
