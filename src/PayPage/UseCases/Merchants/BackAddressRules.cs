using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants;

/// <summary>Which addresses a payer may be offered to go on to.</summary>
/// <param name="AllowsLoopback">Whether <c>http</c> to the machine itself will do: where software is written, and nowhere else.</param>
internal sealed record BackAddressRules(bool AllowsLoopback)
{
    /// <param name="field">Under which name a fault is noted.</param>
    /// <returns>Null where none was typed, or something is wrong with it.</returns>
    public Uri? Read(string field, string? typed, TypedFields fields) =>
        AllowsLoopback && Uri.TryCreate(typed?.Trim(), UriKind.Absolute, out var here) && IsOwnMachine(here)
            ? here
            : fields.Https(field, typed, Merchant.BackAddressLength);

    private static bool IsOwnMachine(Uri address) =>
        address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && address.UserInfo.Length == 0 && address.AbsoluteUri.Length <= Merchant.BackAddressLength;
}
