using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PayPage.UseCases.Reporting;

internal static class ReportingRegistration
{
    public static IServiceCollection AddReporting(this IServiceCollection services)
    {
        services.TryAddScoped<InvoiceReport>();
        services.TryAddScoped<PaymentReport>();
        services.TryAddScoped<RefundReport>();
        services.TryAddScoped<ReadReport>();
        services.TryAddScoped<ShowSavedReports>();
        services.TryAddScoped<SaveReport>();
        services.TryAddScoped<ScheduleReport>();
        services.TryAddScoped<SendReports>();
        services.TryAddScoped<ComposeReportMail>();
        return services;
    }
}
