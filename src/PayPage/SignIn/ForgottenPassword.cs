using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Data.Users;
using PayPage.Domain;
using PayPage.Domain.Outbox;
using PayPage.Domain.Team;
using PayPage.UseCases.Outbox;
using PayPage.UseCases.Team;

namespace PayPage.SignIn;

/// <summary>A new password by way of the mailbox.</summary>
internal sealed class ForgottenPassword(
    UserManager<OfficeUser> users, NewPeople people, IPasswordHasher<OfficeUser> hasher, AccountChange account, Tries tries, WriteSeam write,
    PromiseToColleague promise, TimeProvider clock)
{
    /// <summary>Mails that one person gets in an hour, whoever asks for them.</summary>
    internal const int MostPerHour = 3;

    /// <summary>Promises a mail where somebody signs in with the address. Whoever asks learns nothing of that.</summary>
    public async Task AskAsync(string? email, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        await PromiseAsync(email, ct);
        await Evenly.WaitAsync(clock, began, ct);
    }

    /// <summary>Whether the address from a mail still works. Reads only.</summary>
    public async Task<bool> IsGoodAsync(string? who, string? token) => await FindAsync(who, token) is not null;

    public async Task<Outcome> SetAsync(string? who, string? token, string? password, CancellationToken ct)
    {
        if (await FindAsync(who, token) is not { } known)
        {
            return new Outcome.Gone();
        }

        if (await people.PasswordFaultAsync(known, password ?? "") is { } fault)
        {
            return new Outcome.Faulty(fault);
        }

        var id = new UserId(known.Id);
        var hash = hasher.HashPassword(known, password!);    // judged above
        var changed = await account.RunAsync(
            id, null, OutboxKind.PasswordMail,
            (_, user, _) =>
            {
                var isFirst = user.SecurityStamp == known.SecurityStamp;    // of two that come with one token, one
                user.PasswordHash = isFirst ? hash : user.PasswordHash;
                return Task.FromResult(isFirst);
            },
            ct);

        if (changed is null)
        {
            return new Outcome.Gone();
        }

        // Whoever has the mailbox guesses no password. Codes he may still guess: three mails an hour were fifteen more of them.
        if (!changed.TwoFactorEnabled)
        {
            await tries.ForgiveAsync(id, ct);
        }

        return new Outcome.Done();
    }

    private async Task PromiseAsync(string? email, CancellationToken ct)
    {
        if (EmailAddress.TryParse(email, out var address))
        {
            await write.RunAsync((unit, token) => PromiseAsync(unit, address, token), ct);
        }
    }

    private async Task PromiseAsync(Unit unit, string address, CancellationToken ct)
    {
        if (await unit.Db.FindByEmailAsync(address, ct) is not { } person)
        {
            return;
        }

        var id = new UserId(person.Id);
        var since = clock.GetUtcNow().AddHours(-1);

        // Account mails belong to no merchant, which is how the index finds them among a million others.
        var recent = await unit.Db.Outbox.CountAsync(
            m => m.MerchantId == null && (m.SentAt == null || m.SentAt > since) && m.UserId == id && m.Kind == OutboxKind.ResetMail && m.CreatedAt > since, ct);

        if (recent < MostPerHour)
        {
            promise.OfAccount(unit, id, OutboxKind.ResetMail);
        }
    }

    private async Task<OfficeUser?> FindAsync(string? who, string? token) =>
        UserId.TryParse(who, out var id) && await users.FindByIdAsync($"{id.Value}") is { } user && Accounts.ReadToken(token) is { } read
        && await users.VerifyUserTokenAsync(user, users.Options.Tokens.PasswordResetTokenProvider, UserManager<OfficeUser>.ResetPasswordTokenPurpose, read)
            ? user
            : null;

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        internal sealed record Done : Outcome;

        /// <summary>Forged, used, or older than an hour.</summary>
        internal sealed record Gone : Outcome;

        internal sealed record Faulty(string Password) : Outcome;
    }
}
