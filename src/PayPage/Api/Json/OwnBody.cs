using System.Diagnostics;
using System.Text.Json;
using PayPage.Domain.Invoices.Intake;

namespace PayPage.Api.Json;

/// <summary>The body of a call of our own API. Unlike the dialect's, it may hold nothing that we do not know: a slip of the pen would do something else than was meant.</summary>
internal static class OwnBody
{
    private const int MostName = 60;

    /// <param name="known">All members that may be there.</param>
    /// <param name="use">Gets the members, and the list that takes what is wrong with them.</param>
    public static async Task<IResult> ReadAsync(
        HttpRequest request, IReadOnlyList<string> known, Func<JsonFields, List<FieldFault>, Task<IResult>> use, CancellationToken ct)
    {
        switch (await JsonBody.ReadAsync(request, ct))
        {
            case JsonBody.Reading.Refused refused:
                return ProblemReply.Of(refused.Status, "unreadable-body", "The body cannot be read.", refused.Message);
            case JsonBody.Reading.Parsed parsed:
                using (parsed.Document)
                {
                    var faults = new List<FieldFault>(Unknown(parsed.Document.RootElement, known));
                    return await use(new JsonFields(parsed.Document.RootElement, "", faults), faults);
                }

            default:
                throw new UnreachableException();
        }
    }

    private static IEnumerable<FieldFault> Unknown(JsonElement body, IReadOnlyList<string> known) =>
        from member in body.EnumerateObject()
        where !known.Contains(member.Name, StringComparer.Ordinal)
        let name = member.Name.Length <= MostName ? member.Name : $"{member.Name[..MostName]}…"
        select new FieldFault(name, FaultKind.Invalid, $"This name means nothing here. Known are: {string.Join(", ", known)}.");
}
