using Microsoft.OpenApi;

namespace PayPage.Api.Description;

/// <summary>What the document says of the API as a whole, and of how callers prove who they are.</summary>
internal static class DocumentHead
{
    private const string Bearer = "apiKey";
    private const string Signature = "httpSignature";
    private const string Jwt = "jwt";

    public static Task TransformAsync(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "PayPage API",
            Version = "1",
            Description = "Invoices in the dialect of Visa Acceptance invoicing v2 under /invoicing/v2, and what it has no word for under /api/v1. "
                + "Members that are null count as absent; unknown members are ignored unless their answer says otherwise. "
                + "Instants are UTC (RFC 3339), dates are YYYY-MM-DD at the merchant's place. Guide: docs/api.md.",
        };

        // Not the address of whoever asked: the document is the same wherever it is read.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key from Settings, API keys. It has a mode (test or live) and scopes (read, write, refund).",
            },
            [Signature] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "signature",
                Description = "HTTP Signature of the dialect: with v-c-merchant-id, date, host and digest headers. HmacSHA256 with a shared secret.",
            },
            [Jwt] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "JWT of the dialect, HS256 with a shared secret, for one request, at most 120 seconds old.",
            },
        };
        document.Security = [.. new[] { Bearer, Signature, Jwt }.Select(name => new OpenApiSecurityRequirement
        {
            [new OpenApiSecuritySchemeReference(name, document)] = [],
        })];
        return Task.CompletedTask;
    }
}
