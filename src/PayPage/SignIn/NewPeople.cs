using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Data.Users;
using PayPage.Domain;
using PayPage.Domain.Team;

namespace PayPage.SignIn;

/// <summary>Makes accounts, in the unit of work that gives them their reason to be.</summary>
internal sealed class NewPeople(
    UserManager<OfficeUser> users, IPasswordHasher<OfficeUser> hasher, ILookupNormalizer normalizer, IdSource ids, TimeProvider clock)
{
    /// <returns>What is wrong with them, by field: <c>Name</c>, <c>Email</c>, <c>Password</c>; none when an account may be made of them.</returns>
    public async Task<IReadOnlyDictionary<string, string>> FaultsAsync(string name, string email, string password)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);

        if (FreeText.Clean(name).Trim() is not { Length: > 0 and <= OfficeUser.NameLength })
        {
            faults["Name"] = $"Write your name, at most {OfficeUser.NameLength} characters.";
        }

        if (!EmailAddress.TryParse(email, out var address))
        {
            faults["Email"] = "Write an e-mail address, such as ann@example.com.";
        }

        // What is no address is told above, and may be something that cannot be looked up.
        if (await PasswordFaultAsync(Blank(name, faults.ContainsKey("Email") ? "" : address), password) is { } fault)
        {
            faults["Password"] = fault;
        }

        return faults;
    }

    /// <returns>Why the password will not do; null when it will.</returns>
    public async Task<string?> PasswordFaultAsync(OfficeUser user, string password)
    {
        foreach (var judge in users.PasswordValidators)
        {
            if (await judge.ValidateAsync(users, user, password) is { Succeeded: false } answer)
            {
                return string.Join(' ', answer.Errors.Select(e => e.Description));
            }
        }

        return null;
    }

    /// <param name="password">Judged before; null for an account that nobody can enter by password.</param>
    /// <returns>Null when the address has an account already.</returns>
    public async Task<OfficeUser?> AddAsync(Unit unit, string name, string email, string? password, CancellationToken ct)
    {
        // In the form in which doors look for it: an international domain in ASCII.
        var user = Blank(FreeText.Clean(name), EmailAddress.TryParse(email, out var address) ? address : email.Trim());

        if (await unit.Db.Users.AnyAsync(u => u.NormalizedUserName == user.NormalizedUserName, ct))
        {
            return null;
        }

        user.PasswordHash = password is null ? null : hasher.HashPassword(user, password);
        unit.Db.Users.Add(user);
        return user;
    }

    private OfficeUser Blank(string name, string email) => new()
    {
        Id = UserId.New(ids).Value,
        Name = name.Trim(),
        Email = email,
        UserName = email,
        NormalizedEmail = normalizer.NormalizeEmail(email),
        NormalizedUserName = normalizer.NormalizeName(email),
        EmailConfirmed = true,    // set-up and invitations come through the mailbox or from the operator himself
        LockoutEnabled = true,
        SecurityStamp = $"{ids.Next():N}",
        ConcurrencyStamp = $"{ids.Next():N}",
        CreatedAt = clock.GetUtcNow(),
    };
}
