using Microsoft.Extensions.DependencyInjection.Extensions;
using PayPage.UseCases.Merchants;

namespace PayPage.UseCases.Reminding;

internal static class RemindingRegistration
{
    public static IServiceCollection AddReminding(this IServiceCollection services)
    {
        services.TryAddScoped<ChangeReminders>();
        services.TryAddScoped<PromiseReminder>();
        services.TryAddScoped<LinkReminder>();
        services.TryAddScoped<FindReminderNeed>();
        services.TryAddScoped<WalkReminders>();
        services.TryAddScoped<MuteReminders>();
        return services;
    }
}
