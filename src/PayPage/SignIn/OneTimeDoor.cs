using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Data.Users;
using PayPage.Domain;
using PayPage.Domain.Team;

namespace PayPage.SignIn;

/// <summary>In by an address that works once. Only the demo's administrator has one: it is printed where the site was started.</summary>
internal sealed class OneTimeDoor(WriteSeam write, SignInManager<OfficeUser> signIn, RandomBytes random, IdSource ids)
{
    private const int KeyBytes = 24;

    /// <summary>A new key; the one before is worth nothing from now on. Only its hash is kept.</summary>
    public async Task<string> MakeKeyAsync(UserId user, CancellationToken ct)
    {
        var key = Base64Url.EncodeToString(random(KeyBytes));
        await write.RunAsync(
            async (unit, token) => (await unit.Db.Users.SingleAsync(u => u.Id == user.Value, token)).OneTimeHash = Secret.Hash(key), ct);
        return key;
    }

    /// <returns>False when the key is none, or was used.</returns>
    public async Task<bool> TryAsync(string? key, CancellationToken ct)
    {
        var hash = Secret.Hash(key ?? "");
        var user = await write.RunAsync(
            async (unit, token) =>
            {
                var found = await unit.Db.Users.FirstOrDefaultAsync(u => u.OneTimeHash == hash, token);

                // The row's own concurrency stamp decides between two who come at once.
                if (found is not null)
                {
                    found.OneTimeHash = null;
                    found.ConcurrencyStamp = $"{ids.Next():N}";
                }

                return found;
            },
            ct);

        if (user is not null)
        {
            await signIn.SignInAsync(user, isPersistent: false);
        }

        return user is not null;
    }
}
