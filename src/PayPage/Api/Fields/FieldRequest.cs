using System.Text.Json;
using PayPage.Api.Json;
using PayPage.Domain.Invoices.Intake;
using PayPage.UseCases.Fields;

namespace PayPage.Api.Fields;

/// <summary>From a body in the dialect to a field's definition that nobody has judged yet, and back to the names of its members.</summary>
internal static class FieldRequest
{
    private const string PossibleValues = "possibleValues";

    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        [nameof(FieldText.Kind)] = "fieldType",
        [nameof(FieldText.Label)] = "label",
        [nameof(FieldText.IsShownToPayers)] = "customerVisible",
        [nameof(FieldText.IsReadOnly)] = "readOnly",
        [nameof(FieldText.MinLength)] = "textMinLength",
        [nameof(FieldText.MaxLength)] = "textMaxLength",
        [nameof(FieldText.Default)] = "textDefaultValue",
        [nameof(FieldText.Choices)] = PossibleValues,
        [nameof(FieldText.Position)] = "position",
        [nameof(FieldText.DataIndex)] = "merchantDefinedDataIndex",
    };

    /// <param name="field">One of <see cref="FieldText"/>.</param>
    public static string NameOf(string field) => Members.GetValueOrDefault(field, field);

    /// <returns>With what could not be read, by the member's name.</returns>
    public static (FieldText Text, IReadOnlyDictionary<string, string> Unreadable) Read(JsonElement body)
    {
        var unreadable = new List<FieldFault>();
        var fields = new JsonFields(body, "", unreadable);
        var text = new FieldText
        {
            Kind = Text(nameof(FieldText.Kind)),
            Label = Text(nameof(FieldText.Label)),
            IsShownToPayers = Flag(nameof(FieldText.IsShownToPayers)),
            IsReadOnly = Flag(nameof(FieldText.IsReadOnly)),
            MinLength = Text(nameof(FieldText.MinLength)),
            MaxLength = Text(nameof(FieldText.MaxLength)),
            Default = Text(nameof(FieldText.Default)),
            Choices = Choices(body, fields),
            Position = Text(nameof(FieldText.Position)),
            DataIndex = Text(nameof(FieldText.DataIndex)),
        };
        return (text, unreadable.DistinctBy(fault => fault.Field).ToDictionary(fault => fault.Field, fault => fault.Message));

        string? Text(string member) => fields.Text(member, NameOf(member));

        bool? Flag(string member) => fields.TrueOrFalse(member, NameOf(member), unreadable);
    }

    /// <summary>The dialect writes them as one text with commas between them. A list will do too.</summary>
    private static string[]? Choices(JsonElement body, JsonFields fields) =>
        body.TryGetProperty(PossibleValues, out var values) && values.ValueKind == JsonValueKind.Array
            ? [.. values.EnumerateArray().Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!.Replace(',', ' '))]    // a text's text is never null
            : fields.Text(nameof(FieldText.Choices), PossibleValues)?.Split(',');
}
