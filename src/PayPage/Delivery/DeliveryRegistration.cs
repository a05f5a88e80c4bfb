using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PayPage.Delivery.Email;
using PayPage.Delivery.Sms;
using PayPage.Domain.Delivery;

namespace PayPage.Delivery;

internal static class DeliveryRegistration
{
    /// <param name="dataDirectory">Where all embedded state lies.</param>
    public static IServiceCollection AddDelivery(this IServiceCollection services, string dataDirectory)
    {
        services.AddOptions<EmailOptions>().BindConfiguration(EmailOptions.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<EmailOptions>, EmailOptionsValidator>();
        services.TryAddSingleton(new MailFolder(Path.Combine(dataDirectory, "mail")));
        services.TryAddSingleton<IEmailSender, FolderSender>();
        services.TryAddSingleton<IMailComposer, MailComposer>();
        services.TryAddSingleton<ITextComposer, TextComposer>();
        return services;
    }
}
