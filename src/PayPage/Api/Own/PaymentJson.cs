using System.Text.Json;
using PayPage.Api.Json;
using PayPage.Domain;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.UseCases.Links;

namespace PayPage.Api.Own;

/// <summary>Payments, refunds and links as our own API shows them. Amounts are texts: no program's floating point may touch them.</summary>
internal static class PaymentJson
{
    public static void Write(Utf8JsonWriter json, Payment payment, string number)
    {
        json.WriteString("id", $"{payment.Id}");
        json.WriteString("invoiceNumber", number);
        json.WriteString("reference", payment.Reference);
        json.WriteString("status", Word(payment.Status));
        json.WriteString("method", Word(payment.Method));
        json.WriteString("amount", payment.Amount.Figure);
        json.WriteString("currency", payment.Amount.Currency.Code);
        WriteSum(json, "refunded", payment.GivenBack, payment.Amount.Currency);
        WriteSum(json, "disputed", payment.Disputed, payment.Amount.Currency);
        json.WriteString("refundable", payment.Refundable.Figure);
        json.WriteBoolean("declined", payment.Declined);
        json.WriteGiven("unexpected", payment.Stray == StrayMoney.None ? null : Word(payment.Stray));
        json.WriteGiven("instrument", payment.Instrument);
        json.WriteGiven("linkId", payment.LinkId?.ToString());
        json.WriteGiven("processorReference", payment.ProcessorReference);
        json.WriteString("createdAt", Instant.Text(payment.PreparedAt));
        json.WriteGiven("settledAt", payment.SettledAt is { } at ? Instant.Text(at) : null);
    }

    public static void Write(Utf8JsonWriter json, Refund refund)
    {
        json.WriteString("id", $"{refund.Id}");
        json.WriteString("paymentId", $"{refund.PaymentId}");
        json.WriteString("status", Word(refund.Status));
        json.WriteString("amount", refund.Amount.Figure);
        json.WriteString("currency", refund.Amount.Currency.Code);
        json.WriteString("origin", Word(refund.Origin));
        json.WriteGiven("reason", refund.Reason);
        json.WriteGiven("failureReason", refund.FailureReason);
        json.WriteGiven("follows", refund.PredecessorId?.ToString());
        json.WriteGiven("processorReference", refund.ProcessorReference);
        json.WriteString("createdAt", Instant.Text(refund.RequestedAt));
        json.WriteGiven("settledAt", refund.SettledAt is { } at ? Instant.Text(at) : null);
    }

    /// <summary>Without its address, which is a key: only who makes a link is told that.</summary>
    public static void Write(Utf8JsonWriter json, ShowLinks.Row row)
    {
        var link = row.Link;

        json.WriteString("id", $"{link.Id}");
        json.WriteString("status", Word(link.Status));
        json.WriteBoolean("works", row.Works);

        if (LinkTransitions.Live.Contains(link.Status))
        {
            json.WriteString("worksUntil", Instant.Text(row.WorksUntil));
        }

        if (link.IsForAnother)
        {
            json.WriteStartObject("payer");
            json.WriteGiven("name", link.PayerName);
            json.WriteGiven("email", link.PayerEmail);
            json.WriteEndObject();
        }

        json.WriteString("createdAt", Instant.Text(link.CreatedAt));
        json.WriteGiven("openedAt", link.OpenedAt is { } opened ? Instant.Text(opened) : null);
        json.WriteGiven("revokedAt", link.RevokedAt is { } revoked ? Instant.Text(revoked) : null);
        json.WriteGiven("follows", link.PredecessorId?.ToString());
    }

    /// <summary>As events spell it: <c>over_paid</c>.</summary>
    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{value}");

    private static void WriteSum(Utf8JsonWriter json, string name, long minor, Currency currency) => json.WriteString(name, new Money(minor, currency).Figure);
}
