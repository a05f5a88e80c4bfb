using System.Text.Json;
using PayPage.Unit.Support;

namespace PayPage.Unit.Api.Description;

/// <summary>The approved description of the API, and what of an answer is not as it says.</summary>
internal sealed class DescribedApi
{
    public const string Path = "docs/openapi.json";

    private static readonly Lazy<DescribedApi> TheOne = new(() => new DescribedApi(JsonDocument.Parse(File.ReadAllText(System.IO.Path.Combine(Approved.Root(), Path)))));

    private readonly JsonElement _document;

    private DescribedApi(JsonDocument document) => _document = document.RootElement;

    public static DescribedApi Read => TheOne.Value;

    /// <param name="path">As it was called, without what stands behind the question mark.</param>
    /// <returns>Null for what is described.</returns>
    public string? Objection(string method, string path, int status, string contentType, ReadOnlyMemory<byte> body)
    {
        if (OperationOf(method, path.TrimEnd('/')) is not { } operation)
        {
            // Addresses that are none, and methods that an address does not know.
            return status is 401 or 404 or 405 or 429 ? null : $"{method} {path} is not in the description, but answers {status}.";
        }

        if (!operation.GetProperty("responses").TryGetProperty($"{status}", out var answer))
        {
            return status is 405 ? null : $"{method} {path} answers {status}, of which the description knows nothing.";
        }

        answer = Followed(answer);

        if (!answer.TryGetProperty("content", out var contents))
        {
            return body.IsEmpty ? null : $"{method} {path} answers {status} with a body; the description knows none.";
        }

        var type = contentType.Split(';')[0];

        if (!contents.TryGetProperty(type, out var content))
        {
            return $"{method} {path} answers {status} with {type}; the description knows other types.";
        }

        if (!type.EndsWith("json", StringComparison.Ordinal))
        {
            return null;
        }

        using var json = JsonDocument.Parse(body);
        var objections = new List<string>();
        Judge(content.GetProperty("schema"), json.RootElement, "", objections);
        return objections.Count == 0 ? null : $"{method} {path}, {status}: {string.Join("; ", objections)}.";
    }

    /// <summary>Whether requests of an operation may have a member.</summary>
    /// <param name="path">Dotted; <c>[]</c> behind a list.</param>
    public bool Takes(string operationPath, string method, string path)
    {
        var at = Followed(_document.GetProperty("paths").GetProperty(operationPath).GetProperty(method)
            .GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema"));

        foreach (var step in path.Split('.'))
        {
            var name = step.Replace("[]", "", StringComparison.Ordinal);

            if (!at.TryGetProperty("properties", out var members) || !members.TryGetProperty(name, out at))
            {
                return false;
            }

            at = Followed(at);
            at = name == step ? at : Followed(at.GetProperty("items"));
        }

        return true;
    }

    private JsonElement? OperationOf(string method, string path)
    {
        var steps = path.Split('/');

        foreach (var described in _document.GetProperty("paths").EnumerateObject().OrderBy(p => p.Name.Count(c => c == '{')))
        {
            var wanted = described.Name.Split('/');

            if (wanted.Length == steps.Length
                && wanted.Zip(steps).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second)
                && described.Value.TryGetProperty(method == "HEAD" ? "get" : method.ToLowerInvariant(), out var operation))
            {
                return operation;
            }
        }

        return null;
    }

    private void Judge(JsonElement schema, JsonElement value, string at, List<string> objections)
    {
        schema = Followed(schema);

        if (schema.TryGetProperty("type", out var type) && !TypesOf(type).Any(known => Fits(known, value)))
        {
            objections.Add($"{at} is {value.GetRawText()}, which is no {type}");
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            JudgeMembers(schema, value, at, objections);
        }
        else if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var item in value.EnumerateArray())
            {
                Judge(items, item, $"{at}[]", objections);
            }
        }
    }

    private void JudgeMembers(JsonElement schema, JsonElement value, string at, List<string> objections)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            objections.AddRange(from name in required.EnumerateArray() where !value.TryGetProperty(name.GetString()!, out _) select $"{at}.{name} is missing");
        }

        var isOpen = schema.TryGetProperty("additionalProperties", out var others);

        foreach (var member in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var members) && members.TryGetProperty(member.Name, out var known))
            {
                Judge(known, member.Value, $"{at}.{member.Name}", objections);
            }
            else if (isOpen && others.ValueKind == JsonValueKind.Object)
            {
                Judge(others, member.Value, $"{at}.{member.Name}", objections);
            }
            else if (schema.TryGetProperty("properties", out _))
            {
                objections.Add($"{at}.{member.Name} is not described");
            }
        }
    }

    private JsonElement Followed(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()!.Split('/')[1..].Aggregate(_document, (at, step) => at.GetProperty(step));
        }

        return schema;
    }

    private static IEnumerable<string?> TypesOf(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()) : [type.GetString()];

    private static bool Fits(string? type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };
}
