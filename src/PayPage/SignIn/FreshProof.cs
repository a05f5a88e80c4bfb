using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Data.Users;
using PayPage.Domain;
using PayPage.Domain.Team;
using PayPage.SignIn.Codes;

namespace PayPage.SignIn;

/// <summary>
/// Asks a person who is signed in to prove once more who he is, before something is done that cannot be called back: by the password; where the account
/// has none, by a code of the authenticator app. Tries count and lock as at the front door.
/// </summary>
internal sealed class FreshProof(
    UserManager<OfficeUser> users, PasswordGate gate, SecondFactorRows rows, Tries tries, WriteSeam write, IdSource ids, TimeProvider clock)
{
    public const string WrongCode = "This is not the code that your app shows now. Type the next one.";
    public const string NoMeans = "Your account has neither a password nor an authenticator app. Set up one of them under “Your account”, then try again.";

    /// <summary>What the person is to be asked for.</summary>
    public async Task<ProofMeans> MeansAsync(UserId id) => await users.FindByIdAsync($"{id.Value}") switch
    {
        { PasswordHash: not null } => ProofMeans.Password,
        { TwoFactorEnabled: true } => ProofMeans.Code,
        _ => ProofMeans.None,
    };

    /// <returns>Null when it is proven; else what to say.</returns>
    public async Task<string?> ObjectionAsync(UserId id, string? typed, CancellationToken ct) => await MeansAsync(id) switch
    {
        ProofMeans.Password => await gate.ObjectionAsync(id, typed, ct),
        ProofMeans.Code => await CodeObjectionAsync(id, typed, ct),
        ProofMeans.None => NoMeans,
    };

    private async Task<string?> CodeObjectionAsync(UserId id, string? typed, CancellationToken ct)
    {
        if (await tries.TakeAsync(id, ct) is null)
        {
            return PasswordGate.Locked;
        }

        if (!await write.RunAsync((unit, token) => SpendAsync(unit, id, typed ?? "", token), ct))
        {
            return WrongCode;
        }

        await tries.ForgiveAsync(id, ct);
        return null;
    }

    /// <summary>Judged and spent in one unit: a code that is sent twice at once is right once.</summary>
    private async Task<bool> SpendAsync(Unit unit, UserId id, string typed, CancellationToken ct)
    {
        var user = await unit.Db.Users.SingleOrDefaultAsync(u => u.Id == id.Value && u.TwoFactorEnabled, ct);
        var factor = user is null ? SecondFactor.None : await rows.ReadAsync(unit.Db, user.Id, ct);

        if (user is null || factor.Key is not { } key || TimeCode.Check(key, typed, clock.GetUtcNow(), factor.LastStep) is not { } step)
        {
            return false;
        }

        user.ConcurrencyStamp = $"{ids.Next():N}";
        await rows.WriteAsync(unit, user.Id, factor with { LastStep = step }, ct);
        return true;
    }
}

internal enum ProofMeans
{
    Password,
    Code,

    /// <summary>The account has nothing that could be asked for here.</summary>
    None,
}
