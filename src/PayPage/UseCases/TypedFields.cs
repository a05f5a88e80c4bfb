using System.Globalization;
using PayPage.Domain;

namespace PayPage.UseCases;

/// <summary>Reads what a person typed into a form of the back office, and remembers what is wrong by the field's name.</summary>
/// <remarks>Blank means "none". Whatever has a fault reads as none: nothing is to be done with it before all is sound.</remarks>
internal sealed class TypedFields
{
    private readonly Dictionary<string, string> _faults = new(StringComparer.Ordinal);

    /// <summary>What is wrong and what to do, in plain English; at most one for each field.</summary>
    public IReadOnlyDictionary<string, string> Faults => _faults;

    public bool AreSound => _faults.Count == 0;

    /// <param name="field">The name of the form's member.</param>
    public void Refuse(string field, string message) => _faults.TryAdd(field, message);

    /// <summary>Words of one line that people read: nothing invisible in them, and no card number.</summary>
    public string? Text(string field, string? typed, int most) => Cleaned(field, typed, most, lines: false);

    /// <summary>The same on several lines.</summary>
    public string? Lines(string field, string? typed, int most, int mostLines)
    {
        var clean = Cleaned(field, typed, most, lines: true);

        if (clean is null || clean.Count(c => c == '\n') < mostLines)
        {
            return clean;
        }

        Refuse(field, $"Write at most {Figure(mostLines)} lines here.");
        return null;
    }

    public string? Email(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (EmailAddress.TryParse(typed, out var address))
        {
            return address;
        }

        Refuse(field, "Write exactly one e-mail address, for example name@example.com.");
        return null;
    }

    /// <returns>E.164.</returns>
    public string? Phone(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (PhoneNumber.TryParse(typed.Trim(), out var number))
        {
            return number;
        }

        Refuse(field, "Write one telephone number with its country code, for example +31612345678.");
        return null;
    }

    /// <summary>An address of the web that a payer may be led to: <c>https</c>, a name with a dot, and nobody's password in it.</summary>
    public Uri? Https(string field, string? typed, int most)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var text = typed.Trim();

        if (text.Length <= most && !text.Contains('\\', StringComparison.Ordinal) && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            && Uri.TryCreate(text, UriKind.Absolute, out var address) && IsFit(address) && address.AbsoluteUri.Length <= most)
        {
            return address;
        }

        Refuse(field, $"Write a whole address of at most {Figure(most)} characters that begins with https://, for example https://www.example.com/terms.");
        return null;
    }

    /// <summary>A whole number, e.g. of days.</summary>
    public long? Whole(string field, string? typed, long least, long most)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (AmountText.Read(typed, 0) is { Fault: null, Value: var value } && value >= least && value <= most)
        {
            return value;
        }

        Refuse(field, $"Write a whole number from {Figure(least)} to {Figure(most)}, with the digits 0 to 9 only.");
        return null;
    }

    private string? Cleaned(string field, string? typed, int most, bool lines)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var clean = FreeText.Clean(typed, lines);

        if (clean.Length > most)
        {
            Refuse(field, $"Write at most {Figure(most)} characters here.");
            return null;
        }

        if (FreeText.HoldsACardNumber(clean))
        {
            Refuse(field, "This looks like it holds a card number. Remove it: card numbers must not be kept here.");
            return null;
        }

        return clean.Length == 0 ? null : clean;
    }

    private static bool IsFit(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0 && address.HostNameType == UriHostNameType.Dns
        && address.Host.Contains('.', StringComparison.Ordinal);

    private static string Figure(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
