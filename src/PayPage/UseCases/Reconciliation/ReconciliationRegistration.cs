using Microsoft.Extensions.DependencyInjection.Extensions;
using PayPage.UseCases.Verifying;

namespace PayPage.UseCases.Reconciliation;

internal static class ReconciliationRegistration
{
    public static IServiceCollection AddReconciliation(this IServiceCollection services)
    {
        services.TryAddScoped<ReadStatement>();
        services.TryAddScoped<JudgePayments>();
        services.TryAddScoped<JudgeRefunds>();
        services.TryAddScoped<JoinRefunds>();
        services.TryAddScoped<LookForOurs>();
        services.TryAddScoped<KeepComparison>();
        services.TryAddScoped<FinishGivingBack>();
        services.TryAddScoped<CompareAccount>();
        services.TryAddScoped<CompareNow>();
        services.TryAddScoped<CompareDue>();
        services.TryAddScoped<MatchMoney>();
        services.TryAddScoped<GiveBackUnknown>();
        services.TryAddScoped<MarkDifference>();
        services.TryAddScoped<ListDifferences>();
        services.TryAddScoped<ShowDifference>();
        services.TryAddScoped<FindDifferences>();
        services.TryAddScoped<ReadBooks>();
        services.TryAddScoped<VerifyBooks>();
        services.TryAddScoped<VerifyNightly>();
        services.TryAddScoped<FindLastCheck>();
        services.AddOptions<ReconciliationOptions>().BindConfiguration(ReconciliationOptions.Section);
        return services;
    }
}
