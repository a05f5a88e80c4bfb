using System.Text.Json;
using PayPage.Domain.Invoices.Fields;

namespace PayPage.Api.Fields;

/// <summary>What stands in the merchant's own fields of an invoice, with each field as it was when that was written.</summary>
internal static class FieldValuesReply
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<FieldValue> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray("merchantDefinedFieldValuesWithDefinition");

        foreach (var value in values)
        {
            json.WriteStartObject();
            json.WriteNumber("mdfValueId", value.Id);
            json.WriteNumber("definitionId", value.Definition);
            json.WriteString("value", value.Value);
            FieldReply.WriteShared(
                json, value.Kind, value.Label, value.IsShown, value.IsReadOnly, (value.MinLength, value.MaxLength), value.Default, value.Choices, value.Position, value.DataIndex);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
