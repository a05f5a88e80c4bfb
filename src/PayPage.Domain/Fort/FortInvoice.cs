using System.Security.Cryptography;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;

namespace PayPage.Domain.Fort;

/// <summary>What belongs to an invoice that came through PayFort's door, and to no other: what its maker is to get back as he sent it.</summary>
public sealed class FortInvoice
{
    public const int LinkIdLength = 20;
    public const int LanguageLength = 2;
    public const int ReturnUrlLength = 400;

    public required InvoiceId InvoiceId { get; init; }

    public required MerchantId MerchantId { get; init; }

    public required Mode Mode { get; init; }

    /// <summary>The dialect's <c>payment_link_id</c>: the merchant's own or one of ours. Unique per merchant and mode.</summary>
    public required string LinkId { get; init; }

    /// <summary><c>en</c> or <c>ar</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Where the payer may go back to; null: nowhere. Nobody is led there by us.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>False: in a call of its own.</summary>
    public required bool CameInAFile { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The id of a link whose maker gave it none: always the same for the same invoice, and telling nothing of it.</summary>
    public static string LinkIdFor(InvoiceId invoice) => ShortId.Of(invoice.Value);
}

/// <summary>Names for things of ours whose own ids are too long for the dialect.</summary>
public static class ShortId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";    // Crockford's

    /// <returns>20 letters and digits, 100 bits of a hash.</returns>
    public static string Of(Guid id) =>
        string.Concat(SHA256.HashData(id.ToByteArray(bigEndian: true)).Take(FortInvoice.LinkIdLength).Select(value => Alphabet[value % Alphabet.Length]));
}
