using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Data.Users;
using PayPage.Domain;

namespace PayPage.SignIn.Passkeys;

/// <summary>In with a passkey. Its device has asked for a finger, a face or a PIN, so it is both factors at once; and nobody guesses one, so a lock does not stop it.</summary>
internal sealed partial class PasskeyDoor(OfficeSignInManager signIn, WriteSeam write, IdSource ids, ILogger<PasskeyDoor> log)
{
    /// <summary>What the browser is to ask its devices for, as JSON (WebAuthn 3, PublicKeyCredentialRequestOptionsJSON). Whoever's passkey it is: no name is given away.</summary>
    public Task<string> AskAsync() => signIn.MakePasskeyRequestOptionsAsync(null);

    /// <param name="answer">What the browser gave, as JSON.</param>
    /// <returns>False for anything but a passkey of ours that signed what we asked for a moment ago.</returns>
    public async Task<bool> TryAsync(string? answer, bool stay, CancellationToken ct)
    {
        if (await ProvenAsync(answer) is not { Succeeded: true } proof)
        {
            return false;
        }

        var user = await write.RunAsync((unit, token) => CountAsync(unit, proof, token), ct);

        if (user is not null)
        {
            await signIn.LetInAsync(user, stay);
        }

        return user is not null;
    }

    private async Task<PasskeyAssertionResult<OfficeUser>?> ProvenAsync(string? answer)
    {
        try
        {
            return answer is { Length: > 0 } ? await signIn.PerformPasskeyAssertionAsync(answer) : null;
        }
        catch (Exception e) when (e is InvalidOperationException or JsonException or PasskeyException or FormatException)
        {
            LogUnread(e.GetType().Name);    // nobody had asked, or what came is no answer
            return null;
        }
    }

    private async Task<OfficeUser?> CountAsync(Unit unit, PasskeyAssertionResult<OfficeUser> proof, CancellationToken ct)
    {
        var user = await unit.Db.Users.SingleOrDefaultAsync(u => u.Id == proof.User!.Id, ct);    // proven

        if (user is null || !await PasskeyRows.CountAsync(unit, user.Id, proof.Passkey!, ct))    // proven
        {
            return null;
        }

        user.ConcurrencyStamp = $"{ids.Next():N}";
        return user;
    }

    [LoggerMessage(8003, LogLevel.Information, "What came in place of a passkey could not be read ({Fault}).")]
    private partial void LogUnread(string fault);
}
