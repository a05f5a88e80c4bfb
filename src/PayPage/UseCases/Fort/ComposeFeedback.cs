using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Batches.Sheets;
using PayPage.Domain.Fort;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;
using PayPage.Domain.Webhooks;

namespace PayPage.UseCases.Fort;

/// <summary>Writes news of a payment in PayFort's words: the fact as it was promised, all else as it is now. What we do not know is left out.</summary>
internal sealed class ComposeFeedback(PayPageDbContext db, IFortVault vault)
{
    private const string Command = "PURCHASE";
    private const string Form = "application/x-www-form-urlencoded; charset=utf-8";
    private const string Json = "application/json; charset=utf-8";

    /// <summary>Of a card we keep the last four digits and nothing else; the stars say how long its number may be.</summary>
    private const string Stars = "************";

    private const int LastDigits = 4;

    /// <returns>Null when the merchant has no door or no address any more.</returns>
    public async Task<WebhookRequest?> HandleAsync(FortFeedback feedback, CancellationToken ct)
    {
        var door = await db.FortDoors.AsNoTracking().SingleOrDefaultAsync(d => d.MerchantId == feedback.MerchantId && d.Mode == feedback.Mode, ct);

        if (door?.AddressFor(feedback.Kind) is not { } address)
        {
            return null;
        }

        var own = await db.FortInvoices.AsNoTracking().SingleAsync(i => i.InvoiceId == feedback.InvoiceId, ct);
        var invoice = await db.Invoices.AsNoTracking().SingleAsync(i => i.Id == feedback.InvoiceId, ct);
        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.Id == feedback.PaymentId, ct);
        var said = Parameters(feedback, door, own, invoice, payment).Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToList();
        said.Add(new(FortSignature.Name, FortSignature.Of(said, vault.Unseal(door.SealedPhrases).Response, door.Digest)));

        return door.FeedbackIsJson
            ? new WebhookRequest(address, JsonSerializer.SerializeToUtf8Bytes(said.ToDictionary(pair => pair.Key, pair => pair.Value)), Json, [])
            : new WebhookRequest(address, Encoding.UTF8.GetBytes(string.Join('&', said.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}"))), Form, []);    // blank ones were left out
    }

    private static IEnumerable<KeyValuePair<string, string?>> Parameters(FortFeedback feedback, FortDoor door, FortInvoice own, Invoice invoice, Payment payment)
    {
        var (brand, digits) = Instrument(payment);
        var code = FortCode.Of(feedback.ResponseCode[2..]);

        return
        [
            new("command", Command),
            new(FortParameter.AccessCode, door.AccessCode),
            new(FortParameter.Merchant, door.MerchantIdentifier),
            new(FortColumns.Reference, invoice.Number),
            new(FortParameter.Amount, feedback.Amount.ToString(CultureInfo.InvariantCulture)),
            new(FortParameter.Currency, invoice.Currency.Code),
            new(FortParameter.Language, own.Language),
            new(FortParameter.Email, invoice.BillTo.Email),
            new(FortParameter.CustomerName, invoice.BillTo.Name),
            new("phone_number", invoice.BillTo.Phone),
            new(FortParameter.Description, Short(invoice.Description)),
            new(FortColumns.LinkId, own.LinkId),
            new("fort_id", payment.Reference),
            new("eci", payment.Method == PaymentMethod.Outside ? null : "ECOMMERCE"),
            new(FortColumns.Option, brand),
            new("card_number", digits),
            new("response_message", code.In(own.Language)),
            new("response_code", feedback.ResponseCode),
            new("status", feedback.ResponseCode[..2]),
        ];
    }

    /// <summary>From "Visa •••• 4242"; a bank's name tells neither.</summary>
    private static (string? Brand, string? Digits) Instrument(Payment payment)
    {
        var words = (payment.Method == PaymentMethod.Card ? payment.Instrument ?? "" : "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

        return words is [.., { Length: LastDigits } last] && last.All(char.IsAsciiDigit)
            ? (string.Concat(words[..^1].SelectMany(word => word).Where(char.IsAsciiLetter)).ToUpperInvariant(), Stars + last)
            : (null, null);
    }

    private static string? Short(string? description)
    {
        const int most = 150;
        return description is { Length: > most } ? description[..most] : description;
    }
}
