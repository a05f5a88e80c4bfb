using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Keys;

/// <summary>A colleague takes a key out of use: the next call with it is refused. May be repeated.</summary>
internal sealed class RevokeKey(WriteSeam write, TimeProvider clock)
{
    /// <returns>False when this merchant has no such key.</returns>
    public Task<bool> HandleAsync(ApiKeyId id, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            if (await unit.Db.ApiKeys.SingleOrDefaultAsync(k => k.Id == id && k.MerchantId == caller.MerchantId, token) is not { } key)
            {
                return false;
            }

            key.Revoke(clock.GetUtcNow(), caller.Actor);
            return true;
        },
        ct);
}
