using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PayPage.Domain.Invoices.Intake;

/// <summary>Reads the words of a proposal: texts, ids, tags, dates and flags.</summary>
internal sealed class WordReader(FaultList faults)
{
    /// <summary>The longest article number (GTIN) has 14 digits; one in ten of them would pass for a card number.</summary>
    private const int ArticleNumberLength = 14;

    private const string CardNumber = "This looks like it holds a card number. Remove it: card numbers must not be written on invoices.";

    private static readonly DateOnly FirstDay = new(1900, 1, 1);
    private static readonly DateOnly LastDay = new(2999, 12, 31);

    /// <summary>Words of one line that people read.</summary>
    /// <returns>Null where it was not given or has a fault.</returns>
    public string? Text(string field, string? text, int most) => Cleaned(field, text, most, lines: false) is { } clean
        ? WithoutCard(field, clean)
        : null;

    /// <summary>Words of one or more lines that people read.</summary>
    public string? Lines(string field, string? text, int most) => Cleaned(field, text, most, lines: true) is { } clean
        ? WithoutCard(field, clean)
        : null;

    /// <summary>An id of the merchant's own: any text, and not a card number but for short all-digit ones that only resemble one.</summary>
    public string? Id(string field, string? text, int most) => Cleaned(field, text, most, lines: false) is not { } clean ? null
        : clean.Length <= ArticleNumberLength && clean.All(char.IsAsciiDigit) ? clean
        : WithoutCard(field, clean);

    /// <summary>Unlike other texts, a blank number is a fault.</summary>
    public string? Number(string field, string? text)
    {
        if (text is null || faults.Has(field))
        {
            return null;
        }

        if (InvoiceNumber.TryRead(text, out var number))
        {
            return NotACard(field, number);
        }

        faults.Invalid(
            field, $"Write 1 to {Invoice.NumberLength} letters, digits, spaces or - _ . / # : + as the number, or leave it out to get one.");
        return null;
    }

    public string? Email(string field, string? text)
    {
        if (!IsToBeRead(field, text))
        {
            return null;
        }

        if (EmailAddress.TryParse(text, out var address))
        {
            return address;
        }

        faults.Invalid(field, "Write exactly one e-mail address, for example name@example.com.");
        return null;
    }

    public string? Phone(string field, string? text)
    {
        if (!IsToBeRead(field, text))
        {
            return null;
        }

        if (PhoneNumber.TryParse(text, out var number))
        {
            return number;
        }

        faults.Invalid(field, "Write one telephone number with its country code, for example +31612345678.");
        return null;
    }

    /// <summary>ASCII letters and digits: processors take nothing else.</summary>
    public string? Reference(string field, string? text, int most)
    {
        if (Cleaned(field, text, most, lines: false) is not { } clean)
        {
            return null;
        }

        if (clean.All(char.IsAsciiLetterOrDigit))
        {
            return NotACard(field, clean);
        }

        faults.Invalid(field, "Write letters A to Z and digits only in the transaction reference.");
        return null;
    }

    /// <returns>E.g. <c>pt-BR</c>, however it was capitalized.</returns>
    public string? Language(string field, string? text)
    {
        if (!IsToBeRead(field, text))
        {
            return null;
        }

        var parts = text.Trim().Split('-');

        if (parts.Length <= 2 && HouseLanguages.Tags.Contains(parts[0], StringComparer.OrdinalIgnoreCase) && parts.Skip(1).All(IsRegion))
        {
            return string.Join('-', [parts[0].ToLowerInvariant(), .. parts.Skip(1).Select(region => region.ToUpperInvariant())]);
        }

        faults.Invalid(field, $"Write one of {string.Join(", ", HouseLanguages.Tags)} as the language, with a region if you like, for example pt-BR.");
        return null;
    }

    public DateOnly? Date(string field, string? text)
    {
        if (!IsToBeRead(field, text))
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            faults.Invalid(field, "Write the date as YYYY-MM-DD, for example 2026-07-11.");
            return null;
        }

        if (date < FirstDay || date > LastDay)
        {
            faults.Invalid(field, $"Write a date from {FirstDay.Year} to {LastDay.Year}, for example 2026-07-11.");
            return null;
        }

        return date;
    }

    public bool Flag(string field, string? text) => FlagIfGiven(field, text) ?? false;

    public bool? FlagIfGiven(string field, string? text)
    {
        if (!IsToBeRead(field, text))
        {
            return null;
        }

        if (bool.TryParse(text, out var flag))
        {
            return flag;
        }

        faults.Invalid(field, "Write true or false.");
        return null;
    }

    private bool IsToBeRead(string field, [NotNullWhen(true)] string? text) => !string.IsNullOrWhiteSpace(text) && !faults.Has(field);

    private string? Cleaned(string field, string? text, int most, bool lines)
    {
        if (!IsToBeRead(field, text))
        {
            return null;
        }

        var clean = FreeText.Clean(text, lines);

        if (clean.Length > most)
        {
            faults.Invalid(field, string.Create(CultureInfo.InvariantCulture, $"Write at most {most} characters here."));
            return null;
        }

        return clean.Length == 0 ? null : clean;
    }

    private string? WithoutCard(string field, string clean)
    {
        if (!FreeText.HoldsACardNumber(clean))
        {
            return clean;
        }

        faults.Invalid(field, CardNumber);
        return null;
    }

    /// <summary>For numbers that somebody counts up: only what an issuer gives out counts, or one in ten dates with a serial behind it would.</summary>
    private string? NotACard(string field, string clean)
    {
        if (!FreeText.HoldsAnIssuedCardNumber(clean))
        {
            return clean;
        }

        faults.Invalid(field, CardNumber);
        return null;
    }

    /// <summary>ISO 3166 letters, or UN M.49 digits.</summary>
    private static bool IsRegion(string text) =>
        (text.Length == 2 && text.All(char.IsAsciiLetter)) || (text.Length == 3 && text.All(char.IsAsciiDigit));
}
