using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Outbox;
using PayPage.UseCases.Team;

namespace PayPage.SignIn.Passkeys;

/// <summary>A person's passkeys: made, named, taken away.</summary>
internal sealed class OwnPasskeys(PayPageDbContext db, PasswordGate gate, AccountChange account, OfficeSignInManager signIn, WriteSeam write)
{
    public const int NameLength = 60;
    public const int Most = 10;

    /// <returns>In the order in which they were made.</returns>
    public async Task<IReadOnlyList<Passkey>> ListAsync(Person me, CancellationToken ct) =>
    [
        .. (await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == me.Id.Value).ToListAsync(ct))
            .Select(p => new Passkey(Convert.ToHexString(p.CredentialId), p.Data.Name ?? "", p.Data.CreatedAt, p.Data.IsBackedUp)).OrderBy(p => p.Since),
    ];

    /// <summary>The first half: the password, for what the browser is to make (WebAuthn 3, PublicKeyCredentialCreationOptionsJSON).</summary>
    /// <returns>JSON; or what is wrong.</returns>
    public async Task<(string? Options, string? Fault)> AskAsync(Person me, string? password, CancellationToken ct)
    {
        if (await gate.ObjectionAsync(me.Id, password, ct) is { } objection)
        {
            return (null, objection);
        }

        if (await db.UserPasskeys.CountAsync(p => p.UserId == me.Id.Value, ct) >= Most)
        {
            return (null, $"You have {Most} passkeys already. Remove one that you do not use.");
        }

        return (await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = $"{me.Id.Value}", Name = me.Email, DisplayName = me.Name }), null);
    }

    /// <summary>The second half: what the browser made.</summary>
    /// <returns>False when it does not answer what was asked a moment ago in this session.</returns>
    public async Task<bool> AddAsync(Person me, string? answer, string? name, CancellationToken ct)
    {
        if (await ProvenAsync(answer) is not { Succeeded: true, Passkey: { } passkey, UserEntity: { } entity } || entity.Id != $"{me.Id.Value}")
        {
            return false;
        }

        passkey.Name = Named(name);
        return await ChangeAsync(me, (unit, token) => PasskeyRows.AddAsync(unit, me.Id.Value, passkey, token), ct);
    }

    /// <summary>A name is nobody's secret: no password, no mail.</summary>
    public Task RenameAsync(Person me, string? id, string? name, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            if (await FindAsync(unit, me, id, token) is { } row)
            {
                row.Data.Name = Named(name);
            }
        },
        ct);

    /// <returns>Null when it is gone; else what is wrong with the password.</returns>
    public async Task<string?> RemoveAsync(Person me, string? id, string? password, CancellationToken ct)
    {
        if (await gate.ObjectionAsync(me.Id, password, ct) is { } objection)
        {
            return objection;
        }

        await ChangeAsync(
            me,
            async (unit, token) =>
            {
                var row = await FindAsync(unit, me, id, token);
                unit.Db.RemoveRange(row is null ? [] : [row]);
                return row is not null;
            },
            ct);
        return null;
    }

    private async Task<PasskeyAttestationResult?> ProvenAsync(string? answer)
    {
        try
        {
            return answer is { Length: > 0 } ? await signIn.PerformPasskeyAttestationAsync(answer) : null;
        }
        catch (Exception e) when (e is InvalidOperationException or JsonException or PasskeyException or FormatException)
        {
            return null;    // nobody had asked, or what came is no answer
        }
    }

    private async Task<bool> ChangeAsync(Person me, Func<Unit, CancellationToken, Task<bool>> change, CancellationToken ct)
    {
        var changed = await account.RunAsync(me.Id, me.Session, OutboxKind.SecurityMail, (unit, _, token) => change(unit, token), ct);

        if (changed is not null)
        {
            await signIn.RefreshSignInAsync(changed);
        }

        return changed is not null;
    }

    private static async Task<IdentityUserPasskey<Guid>?> FindAsync(Unit unit, Person me, string? id, CancellationToken ct)
    {
        byte[] key;

        try
        {
            key = Convert.FromHexString(id ?? "");
        }
        catch (FormatException)
        {
            return null;
        }

        return await unit.Db.UserPasskeys.SingleOrDefaultAsync(p => p.CredentialId == key && p.UserId == me.Id.Value, ct);
    }

    private static string Named(string? name)
    {
        var clean = FreeText.Clean(name ?? "");
        return clean.Length == 0 ? "Passkey" : clean.Length <= NameLength ? clean : clean[..NameLength];
    }

    /// <param name="Id">Hexadecimal; no secret.</param>
    /// <param name="IsSynced">Whether its maker keeps a copy in the cloud.</param>
    internal sealed record Passkey(string Id, string Name, DateTimeOffset Since, bool IsSynced);
}
