using System.Text.Json;
using PayPage.Api.Json;
using PayPage.Domain.Invoices.Fields;

namespace PayPage.Api.Fields;

/// <summary>A merchant's own field in the dialect. What is absent is left out.</summary>
internal static class FieldReply
{
    public const string Invoice = "Invoice";

    public static void Write(Utf8JsonWriter json, FieldDefinition field)
    {
        json.WriteStartObject();
        json.WriteNumber("id", field.Number);
        WriteShared(
            json, field.Kind, field.Label, field.IsShownToPayers, field.IsReadOnly, (field.MinLength, field.MaxLength), field.Default,
            field.Kind == FieldKind.Select ? string.Join(',', field.Choices) : null, field.Position, field.DataIndex);
        json.WriteString("createdAt", Instant.Text(field.CreatedAt));
        json.WriteEndObject();
    }

    /// <param name="lengths">Of a text, the least and the most.</param>
    /// <param name="choices">Of a choice, with commas between them.</param>
    public static void WriteShared(
        Utf8JsonWriter json, FieldKind kind, string label, bool isShown, bool isReadOnly, (int Least, int Most) lengths, string? usual, string? choices, int position, int? index)
    {
        json.WriteString("referenceType", Invoice);
        json.WriteString("fieldType", kind switch { FieldKind.Text => "text", FieldKind.Select => "select" });
        json.WriteString("label", label);
        json.WriteBoolean("customerVisible", isShown);
        json.WriteBoolean("readOnly", isReadOnly);

        if (kind == FieldKind.Text)
        {
            json.WriteNumber("textMinLength", lengths.Least);
            json.WriteNumber("textMaxLength", lengths.Most);
        }

        json.WriteGiven("textDefaultValue", usual);
        json.WriteGiven("possibleValues", choices);
        json.WriteNumber("position", position);

        if (index is { } number)
        {
            json.WriteNumber("merchantDefinedDataIndex", number);
        }
    }
}
