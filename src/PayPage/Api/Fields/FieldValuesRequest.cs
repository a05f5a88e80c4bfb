using System.Text.Json;
using PayPage.Api.Json;
using PayPage.Domain.Invoices.Intake;
using PayPage.UseCases.Fields;

namespace PayPage.Api.Fields;

/// <summary>From a body in the dialect to what is to stand in the merchant's own fields. Judges nothing but whether there is a text.</summary>
internal static class FieldValuesRequest
{
    private const string List = "merchantDefinedFieldValues";

    /// <param name="body">One object. The entries keep nothing of it.</param>
    /// <returns>Null entries where the body says nothing of them.</returns>
    public static (IReadOnlyList<FieldEntry>? Entries, IReadOnlyList<FieldFault> Unreadable) Read(JsonElement body)
    {
        var unreadable = new List<FieldFault>();

        if (!body.TryGetProperty(List, out var list) || list.ValueKind == JsonValueKind.Null)
        {
            return (null, unreadable);
        }

        var items = new JsonFields(body, "", unreadable).Items(ProposalFields.MerchantFields, List);
        return ([.. items.Select((item, index) => Entry(item, index, unreadable))], unreadable);
    }

    private static FieldEntry Entry(JsonElement item, int index, List<FieldFault> unreadable)
    {
        var fields = new JsonFields(item, $"{ProposalFields.MerchantFields}[{index}]", unreadable);
        return new FieldEntry(fields.Text(JudgeFields.Member(index, "definitionId"), "definitionId"), fields.Text(JudgeFields.Member(index, "value"), "value"));
    }
}
