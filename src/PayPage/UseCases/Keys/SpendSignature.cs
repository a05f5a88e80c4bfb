using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Calls;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Keys;

/// <summary>Notes that a signature was used, so that whoever recorded the call cannot play it again, at any node.</summary>
internal sealed class SpendSignature(WriteSeam write, IdSource ids)
{
    /// <param name="signature">Of a call whose signature is right; or its token's id.</param>
    /// <param name="until">When its date makes it worthless anyway.</param>
    /// <returns>False when it was used before.</returns>
    public Task<bool> HandleAsync(ApiKeyId key, string signature, DateTimeOffset until, CancellationToken ct)
    {
        var hash = Secret.Hash(signature);

        return write.RunAsync(
            async (unit, token) =>
            {
                if (await unit.Db.SpentSignatures.AnyAsync(s => s.KeyId == key && s.Hash == hash, token))
                {
                    return false;
                }

                unit.Db.SpentSignatures.Add(new SpentSignature { Id = ids.Next(), KeyId = key, Hash = hash, ExpiresAt = until });
                return true;
            },
            ct);
    }
}
