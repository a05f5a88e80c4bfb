using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;

namespace PayPage.SignIn.Codes;

/// <summary>Where a second factor lies: the app's key as ciphertext that belongs to this account alone, the step of its last code, and hashes of recovery codes.</summary>
internal sealed class SecondFactorRows(IDataProtectionProvider provider)
{
    private const string Owner = "PayPage";
    private const string KeyName = "AuthenticatorKey";
    private const string StepName = "AuthenticatorStep";
    private const string CodesName = "RecoveryCodes";

    private readonly IDataProtector _protector = provider.CreateProtector("PayPage.AuthenticatorKeys.v1");

    public async Task<SecondFactor> ReadAsync(PayPageDbContext db, Guid user, CancellationToken ct)
    {
        var rows = await Of(db, user).AsNoTracking().ToDictionaryAsync(t => t.Name, t => t.Value, ct);

        return new SecondFactor(
            rows.GetValueOrDefault(KeyName) is { } key ? Unseal(user, key) : null,
            rows.GetValueOrDefault(StepName) is { } step ? long.Parse(step, CultureInfo.InvariantCulture) : null,
            rows.GetValueOrDefault(CodesName));
    }

    /// <summary>Puts the rows as they are to be. Whoever calls changes the account's stamp in the same unit: of two at once the second runs again.</summary>
    public async Task WriteAsync(Unit unit, Guid user, SecondFactor factor, CancellationToken ct)
    {
        var rows = await Of(unit.Db, user).ToListAsync(ct);
        Put(KeyName, factor.Key is { } key ? Seal(user, key) : null);
        Put(StepName, factor.LastStep?.ToString(CultureInfo.InvariantCulture));
        Put(CodesName, factor.RecoveryCodes);

        void Put(string name, string? value)
        {
            var row = rows.SingleOrDefault(t => t.Name == name);

            if (value is null)
            {
                unit.Db.UserTokens.RemoveRange(rows.Where(t => t == row));
            }
            else if (row is null)
            {
                unit.Db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = user, LoginProvider = Owner, Name = name, Value = value });
            }
            else
            {
                row.Value = value;
            }
        }
    }

    /// <summary>A key for the time between showing and confirming it: nothing is written until the app has proven that it has it.</summary>
    public string Seal(Guid user, byte[] key) => _protector.CreateProtector($"{user:N}").Protect(Base32.Encode(key));

    /// <returns>Null for what is not ours, or another account's.</returns>
    public byte[]? Unseal(Guid user, string? text)
    {
        try
        {
            return text is { Length: > 0 } ? Base32.Decode(_protector.CreateProtector($"{user:N}").Unprotect(text)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static IQueryable<IdentityUserToken<Guid>> Of(PayPageDbContext db, Guid user) => db.UserTokens.Where(t => t.UserId == user && t.LoginProvider == Owner);
}

/// <param name="Key">What the app has; null: no app, or a key that a lost ring had sealed.</param>
/// <param name="LastStep">See <see cref="TimeCode.Check"/>.</param>
/// <param name="RecoveryCodes">See <see cref="Codes.RecoveryCodes"/>.</param>
internal sealed record SecondFactor(byte[]? Key, long? LastStep, string? RecoveryCodes)
{
    public static readonly SecondFactor None = new(null, null, null);

    /// <summary>So that no log line ever holds it.</summary>
    public override string ToString() => "(a second factor)";
}
