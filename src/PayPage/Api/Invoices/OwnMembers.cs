using System.Text.Json;
using PayPage.Domain;
using PayPage.Domain.Invoices.Intake;
using PayPage.UseCases.Invoices;

namespace PayPage.Api.Invoices;

/// <summary>Members of a body that say what only this site may say: whose an invoice is, whether it is paid. Whoever sends one believes that it counts, so it is refused by name.</summary>
/// <remarks>What came with a reply may be sent back as it was: a client that reads an invoice, changes a field and puts it is not stopped by its own copy of the rest.</remarks>
internal static class OwnMembers
{
    private static readonly string[] Places = ["", "invoiceInformation", "orderInformation", "orderInformation.amountDetails"];

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "status", "merchantId", "isPaid", "paid", "paidAmount", "amountPaid", "balanceAmount", "refundedAmount", "paymentLink",
    };

    /// <param name="known">The invoice that the body is to change; null for a new one.</param>
    public static IEnumerable<FieldFault> In(JsonElement body, ShowInvoice.View? known = null)
    {
        foreach (var place in Places)
        {
            if (Find(body, place) is not { ValueKind: JsonValueKind.Object } here)
            {
                continue;
            }

            foreach (var member in here.EnumerateObject().Where(member => Names.Contains(member.Name) && member.Value.ValueKind != JsonValueKind.Null))
            {
                var path = place.Length == 0 ? member.Name : $"{place}.{member.Name}";

                if (known is null || !IsSaidBack(path, member.Value, known))
                {
                    yield return new FieldFault(path, FaultKind.Invalid, "This is for the site to say and cannot be set. Leave it out.");
                }
            }
        }
    }

    public static InvoiceProposal WithFaults(this InvoiceProposal proposal, IEnumerable<FieldFault> faults) =>
        proposal with { Unreadable = [.. proposal.Unreadable, .. faults] };

    private static bool IsSaidBack(string path, JsonElement value, ShowInvoice.View known) => path switch
    {
        "id" => Is(value, known.Invoice.Number),
        "status" => Is(value, InvoiceReply.StatusName(known.Status)),
        "invoiceInformation.paymentLink" => known.Link is { } link && Is(value, link.AbsoluteUri),
        "orderInformation.amountDetails.balanceAmount" => value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            && AmountText.Read(value.ToString(), known.Invoice.Currency.Digits) is { Fault: null } balance && balance.Value == known.Invoice.Due.Minor,
        _ => false,
    };

    private static bool Is(JsonElement value, string text) => value.ValueKind == JsonValueKind.String && value.ValueEquals(text);

    private static JsonElement? Find(JsonElement body, string place)
    {
        var here = body;

        foreach (var step in place.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (here.ValueKind != JsonValueKind.Object || !here.TryGetProperty(step, out here))
            {
                return null;
            }
        }

        return here;
    }
}
