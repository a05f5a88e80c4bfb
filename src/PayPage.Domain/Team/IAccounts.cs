namespace PayPage.Domain.Team;

/// <summary>What mails about a person's account ask of whoever keeps the accounts. Reads only.</summary>
public interface IAccounts
{
    /// <summary>How long a password may be set anew with a token.</summary>
    static readonly TimeSpan ResetTime = TimeSpan.FromHours(1);

    /// <summary>A token with which the person may set a password once, within <see cref="ResetTime"/>, unless the password is changed before.</summary>
    /// <returns>In base64url; null where there is no such account.</returns>
    Task<string?> ResetTokenAsync(UserId user, CancellationToken ct);

    /// <summary>What the person signs in with beside the password, as it is now.</summary>
    /// <returns>Null where there is no such account.</returns>
    Task<SecondFactors?> SecondFactorsAsync(UserId user, CancellationToken ct);
}

/// <param name="HasAuthenticator">Whether a code from an authenticator app is asked for.</param>
/// <param name="RecoveryCodes">How many are left.</param>
/// <param name="Passkeys">By the names that the person gave them.</param>
public sealed record SecondFactors(bool HasAuthenticator, int RecoveryCodes, IReadOnlyList<string> Passkeys);
