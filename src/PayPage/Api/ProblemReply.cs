using PayPage.Api.Json;
using PayPage.Domain.Invoices.Intake;

namespace PayPage.Api;

/// <summary>Every "no" of our own API: problem details (RFC 9457), with the members at fault where there are some.</summary>
internal static class ProblemReply
{
    public static JsonReply Failed() =>
        Of(StatusCodes.Status500InternalServerError, "failed", "Something went wrong on our side.", "Try again; should it stay so, tell whoever runs this site.");

    /// <param name="pointer">The parameter or member at fault, by name.</param>
    /// <param name="detail">What is wrong with it and what to do.</param>
    public static JsonReply Invalid(string pointer, string detail) =>
        Of(StatusCodes.Status400BadRequest, "invalid", "The request is not valid.", detail, pointer);

    /// <summary>All that is at fault, at once.</summary>
    /// <param name="faults">By parameter or member.</param>
    public static JsonReply Invalid(IReadOnlyList<KeyValuePair<string, string>> faults, string detail) =>
        Of(StatusCodes.Status400BadRequest, "invalid", "The request is not valid.", detail, faults);

    /// <summary>All members at fault at once.</summary>
    public static JsonReply Faulty(IReadOnlyList<FieldFault> faults) => Invalid(
        [.. faults.Select(fault => KeyValuePair.Create(fault.Field, fault.Message))], "Nothing was done. Mend what errors names, and send the request again.");

    /// <summary>This key's merchant has no such thing in the key's mode; whether another has, nobody is told.</summary>
    /// <param name="thing">E.g. <c>invoice</c>.</param>
    public static JsonReply NoSuch(string thing) =>
        Of(StatusCodes.Status404NotFound, $"unknown-{thing}", $"There is no such {thing}.", $"No {thing} of yours has this name in the mode of your key.");

    /// <param name="kind">For machines: the last part of the type.</param>
    public static JsonReply Of(int status, string kind, string title, string detail, string? field = null) =>
        Of(status, kind, title, detail, field is null ? [] : [KeyValuePair.Create(field, detail)]);

    private static JsonReply Of(int status, string kind, string title, string detail, IReadOnlyList<KeyValuePair<string, string>> faults) => JsonReply.Problem(status, json =>
    {
        json.WriteString("type", $"urn:paypage:problem:{kind}");
        json.WriteString("title", title);
        json.WriteNumber("status", status);
        json.WriteString("detail", detail);

        if (faults.Count == 0)
        {
            return;
        }

        json.WriteStartArray("errors");

        foreach (var (name, fault) in faults)
        {
            json.WriteStartObject();
            json.WriteString("field", name);
            json.WriteString("detail", fault);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
