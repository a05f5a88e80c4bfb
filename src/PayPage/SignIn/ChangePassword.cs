using Microsoft.AspNetCore.Identity;
using PayPage.Data.Users;
using PayPage.Domain.Outbox;
using PayPage.UseCases.Team;

namespace PayPage.SignIn;

/// <summary>A person sets another password. All other browsers are signed out.</summary>
internal sealed class ChangePassword(
    UserManager<OfficeUser> users, NewPeople people, IPasswordHasher<OfficeUser> hasher, PasswordGate gate, AccountChange account, OfficeSignInManager signIn)
{
    /// <summary>False for an account that was made without: then nobody is asked for the old one.</summary>
    public async Task<bool> HasOneAsync(Person me) => await users.FindByIdAsync($"{me.Id.Value}") is { PasswordHash: not null };

    /// <returns>What is wrong, by field: <c>Current</c>, <c>Password</c>; none when it was done.</returns>
    public async Task<IReadOnlyDictionary<string, string>> HandleAsync(Person me, string? current, string? wanted, CancellationToken ct)
    {
        if (await users.FindByIdAsync($"{me.Id.Value}") is not { } known)
        {
            return new Dictionary<string, string> { ["Current"] = PasswordGate.Wrong };
        }

        // The new one first: it can be judged without a try being counted.
        if (await people.PasswordFaultAsync(known, wanted ?? "") is { } fault)
        {
            return new Dictionary<string, string> { ["Password"] = fault };
        }

        if (await gate.ObjectionAsync(me.Id, current, ct) is { } objection)
        {
            return new Dictionary<string, string> { ["Current"] = objection };
        }

        var hash = hasher.HashPassword(known, wanted!);    // judged above
        var changed = await account.RunAsync(
            me.Id, me.Session, OutboxKind.PasswordMail,
            (_, user, _) =>
            {
                user.PasswordHash = hash;
                return Task.FromResult(true);
            },
            ct);

        if (changed is not null)
        {
            await signIn.RefreshSignInAsync(changed);
        }

        return new Dictionary<string, string>();
    }
}
