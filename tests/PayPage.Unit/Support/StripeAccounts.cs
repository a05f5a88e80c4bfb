using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Processors;
using PayPage.Unit.StripeStandIn;

namespace PayPage.Unit.Support;

/// <summary>From now on the payers of a site's first merchant pay through Stripe.</summary>
internal static class StripeAccounts
{
    /// <param name="stripe">Null: a Stripe that nobody will ask for anything.</param>
    public static async Task<ProcessorAccountId> OpenStripeAsync(this RunningSite site, StripeServer? stripe, CheckoutStyle style, CancellationToken ct)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var id = ProcessorAccountId.New(services.GetRequiredService<IdSource>());
        var secrets = services.GetRequiredService<IProcessorVault>().Seal(new ProcessorSecrets(stripe?.SecretKey ?? "sk_test_none", stripe is null ? [] : [stripe.Hooks.Secret]));

        await services.GetRequiredService<WriteSeam>().RunAsync(
            async (unit, token) => unit.Db.Add(new ProcessorAccount
            {
                Id = id,
                MerchantId = await unit.Db.Merchants.OrderBy(m => m.CreatedAt).Select(m => m.Id).FirstAsync(token),
                Kind = ProcessorKind.Stripe,
                Mode = Mode.Test,
                Style = style,
                OwnId = stripe?.AccountId,
                PublicKey = stripe?.PublishableKey ?? "pk_test_none",
                SealedSecrets = secrets,
                CreatedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
            }),
            ct);
        return id;
    }
}
