using System.Text.Json;
using PayPage.Domain.Invoices.Intake;

namespace PayPage.Api.Json;

/// <summary>Takes texts out of a JSON object, as they stand there, and notes what is no text.</summary>
/// <remarks>Members that nobody asks for are ignored; null is as good as absent. Numbers keep their digits: 293.50 is never a double.</remarks>
/// <param name="at">Any value; that it is an object is found out here.</param>
/// <param name="path">How faults name <paramref name="at"/>; empty for the body itself.</param>
internal sealed class JsonFields(JsonElement at, string path, List<FieldFault> unreadable)
{
    /// <param name="field">Under which name a fault is noted.</param>
    /// <param name="member">Dotted path from here.</param>
    public string? Text(string field, string member) => Find(member) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => Unescaped(field, text),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => Note(field, "Write a text or a number here."),
    };

    public string? Flag(string field, string member) => Find(member) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => bool.TrueString,
        { ValueKind: JsonValueKind.False } => bool.FalseString,
        { ValueKind: JsonValueKind.String } text => Unescaped(field, text),
        _ => Note(field, "Write true or false."),
    };

    /// <summary>The same where nobody judges texts any more.</summary>
    /// <param name="faults">Where it is noted that it is neither.</param>
    public bool? TrueOrFalse(string field, string member, List<FieldFault> faults)
    {
        if (Flag(field, member) is not { } text)
        {
            return null;
        }

        if (bool.TryParse(text, out var flag))
        {
            return flag;
        }

        faults.Add(new FieldFault(field, FaultKind.Invalid, "Write true or false."));
        return null;
    }

    public IReadOnlyList<JsonElement> Items(string field, string member)
    {
        switch (Find(member))
        {
            case null:
                return [];
            case { ValueKind: JsonValueKind.Array } array:
                return [.. array.EnumerateArray()];
            default:
                Note(field, "Write a list here.");
                return [];
        }
    }

    private JsonElement? Find(string member)
    {
        var here = at;
        var name = path;

        foreach (var step in member.Split('.'))
        {
            if (here.ValueKind != JsonValueKind.Object)
            {
                Note(name, "Write an object here.");
                return null;
            }

            if (!here.TryGetProperty(step, out here) || here.ValueKind == JsonValueKind.Null)
            {
                return null;
            }

            name = name.Length == 0 ? step : $"{name}.{step}";
        }

        return here;
    }

    private string? Unescaped(string field, JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return Note(field, "This text holds half a character (a lone surrogate). Write it anew.");
        }
    }

    private string? Note(string field, string message)
    {
        unreadable.Add(new FieldFault(field, FaultKind.Invalid, message));
        return null;
    }
}
