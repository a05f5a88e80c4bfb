using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PayPage.Delivery.Email;
using PayPage.Delivery.Email.Smtp;
using PayPage.Delivery.Sms;
using PayPage.Delivery.Webhooks;
using PayPage.Domain.Delivery;
using PayPage.Domain.Webhooks;

namespace PayPage.Delivery;

internal static class DeliveryRegistration
{
    private const int LargestSmsAnswer = 64 * 1024;    // bytes; a real one has about one thousand

    /// <param name="dataDirectory">Where all embedded state lies.</param>
    public static IServiceCollection AddDelivery(this IServiceCollection services, string dataDirectory)
    {
        services.AddHostedService<FolderNotice>();
        return services.AddEmail(Path.Combine(dataDirectory, "mail")).AddSms(Path.Combine(dataDirectory, "sms")).AddWebhooks();
    }

    /// <summary>The way out to addresses that merchants chose. Everything that goes there goes through it.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateOnStart();
        services.AddHttpClient(WebhookSender.ClientName)
            .ConfigureHttpClient(client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;    // the sender has a limit of its own, for all of it
                client.DefaultRequestHeaders.UserAgent.ParseAdd("PayPage-Webhooks/1.0");
            })
            .ConfigurePrimaryHttpMessageHandler(s => new SocketsHttpHandler
            {
                ConnectCallback = s.GetRequiredService<GuardedConnection>().ConnectAsync,
                AllowAutoRedirect = false,    // where it leads was judged by nobody
                UseProxy = false,    // a proxy would look the name up again
                UseCookies = false,
                ActivityHeadersPropagator = null,    // our traces are no business of theirs
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),    // then the name is looked up anew
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
                MaxResponseDrainSize = 0,
                MaxResponseHeadersLength = 32,    // kB
            })
            .RemoveAllLoggers();    // they write addresses
        services.TryAddSingleton<GuardedConnection>();
        services.TryAddSingleton<IWebhookSender, WebhookSender>();
        services.AddHostedService<WebhookNotice>();
        return services;
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
