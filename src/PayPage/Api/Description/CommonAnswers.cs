using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PayPage.Api.Description.Shapes;

namespace PayPage.Api.Description;

/// <summary>What all operations have in common: headers that any of them takes, and the answers that stand around them all.</summary>
internal static class CommonAnswers
{
    private const string ProblemJson = "application/problem+json";

    private static readonly Dictionary<int, (string Name, string Words)> Known = new()
    {
        [304] = ("Unchanged", "It is as it was: the copy at hand is still good."),
        [400] = ("Invalid", "The request is not valid: each field at fault is named, with what to do."),
        [401] = ("Stranger", "Who calls is not known: no key or signature, or one that is not in use."),
        [403] = ("MissingScope", "The key has not the scope for this."),
        [404] = ("NotFound", "There is no such thing of this merchant in the key's mode."),
        [409] = ("Conflict", "It cannot be done as things stand, or a request with this Idempotency-Key is still being worked on."),
        [412] = ("ChangedMeanwhile", "It was changed meanwhile: If-Match names an older version."),
        [413] = ("TooLarge", "The body is too large."),
        [410] = ("Gone", "What lies behind this place was removed for its age."),
        [415] = ("WrongType", "The body is of another content type than this address takes."),
        [422] = ("Misused", "This Idempotency-Key came before with another request, or what was sent cannot be read. Nothing was done."),
        [429] = ("TooMany", "Too many requests. Retry-After says when to go on."),
        [500] = ("Failed", "Something went wrong on our side."),
        [502] = ("Failed", "Something went wrong on our side."),
    };

    public static async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var path = context.Description.RelativePath ?? "";
        var isDialect = path.StartsWith("invoicing/", StringComparison.Ordinal);
        var isPost = HttpMethods.IsPost(context.Description.HttpMethod ?? "");
        var asked = context.Description.ActionDescriptor.EndpointMetadata.OfType<AskedParameter>().ToList();

        if (isPost)
        {
            asked.Add(new("Idempotency-Key", "1 to 255 visible ASCII characters. The same key and request give the same answer, and are worked on once.", true));
        }

        asked.Add(new("X-Request-Id", "1 to 128 visible ASCII characters: comes back in the answer, and stands in the site's log.", true));
        asked.ForEach(parameter => Add(operation, parameter));

        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<AskedBody>().SingleOrDefault() is { } body)
        {
            operation.RequestBody = await BodyAsync(body, context, ct);
        }

        var isDelete = HttpMethods.IsDelete(context.Description.HttpMethod ?? "");

        var more = context.Description.ActionDescriptor.EndpointMetadata.OfType<MoreRefusals>().Select(refusal => refusal.Status);

        foreach (var status in Statuses(path, isDialect, isPost, isDelete, operation.RequestBody is not null, asked.Exists(a => a.Name == "If-Match")).Union(more))
        {
            await AddAsync(operation, status, isDialect, context, ct);
        }
    }

    private static List<int> Statuses(string path, bool isDialect, bool isPost, bool isDelete, bool hasBody, bool hasVersion) =>
    [
        400, 401, 403,
        .. path.Contains('{', StringComparison.Ordinal) ? new[] { 404 } : [],
        .. isPost ? new[] { 409, 422 } : isDelete ? new[] { 409 } : [],
        .. hasVersion ? new[] { 412 } : [],
        .. hasBody ? new[] { 413, 415 } : [],
        429, isDialect ? 502 : 500,
    ];

    private static void Add(OpenApiOperation operation, AskedParameter asked)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = asked.Name,
            In = asked.IsHeader ? ParameterLocation.Header : ParameterLocation.Query,
            Description = asked.Description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }

    private static async Task AddAsync(OpenApiOperation operation, int status, bool isDialect, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        operation.Responses ??= [];
        var code = status.ToString(CultureInfo.InvariantCulture);

        if (operation.Responses.ContainsKey(code) || context.Document is not { } document)
        {
            return;    // the route says more of it
        }

        var name = $"{(isDialect ? "Dialect" : "")}{Known[status].Name}";

        if (document.Components?.Responses?.ContainsKey(name) != true)
        {
            document.AddComponent(name, await AnswerAsync(status, isDialect, context, ct));
        }

        operation.Responses[code] = new OpenApiResponseReference(name, document);
    }

    private static async Task<OpenApiRequestBody> BodyAsync(AskedBody body, OpenApiOperationTransformerContext context, CancellationToken ct) => new()
    {
        Required = body.IsRequired,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [body.ContentType] = new() { Schema = await SchemaAsync(body.Shape, context, ct) },
        },
    };

    /// <summary>By reference, where it is one of the shapes that have a name.</summary>
    private static async Task<IOpenApiSchema> SchemaAsync(Type shape, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var schema = await context.GetOrCreateSchemaAsync(shape, null, ct);

        if (context.Document is not { } document || shape.Namespace != typeof(Problem).Namespace)
        {
            return schema;
        }

        if (document.Components?.Schemas?.ContainsKey(shape.Name) != true)
        {
            document.AddComponent(shape.Name, schema);
        }

        return new OpenApiSchemaReference(shape.Name, document);
    }

    private static async Task<OpenApiResponse> AnswerAsync(
        int status, bool isDialect, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var shape = !isDialect ? typeof(Problem) : status == StatusCodes.Status401Unauthorized ? typeof(DialectStranger) : typeof(DialectError);

        return status < StatusCodes.Status400BadRequest ? new OpenApiResponse { Description = Known[status].Words } : new OpenApiResponse
        {
            Description = Known[status].Words,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [isDialect ? "application/json" : ProblemJson] = new() { Schema = await SchemaAsync(shape, context, ct) },
            },
        };
    }
}
