using Swashbuckle.AspNetCore.SwaggerUI;

namespace PayPage.Api.Description;

/// <summary>The description of the API as an OpenAPI document, and a page to read and try it.</summary>
internal static class ApiDescriptionRegistration
{
    public const string Name = "v1";
    public const string Page = "/docs";
    public const string DocumentPath = "/openapi/v1.json";

    private const string Title = "PayPage API";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.ShouldInclude = described => IsOfTheApi(described.RelativePath) && described.HttpMethod != HttpMethods.Head;
        options.CreateSchemaReferenceId = SchemaNames.Of;
        options.AddSchemaTransformer((schema, context, _) => FigureSchemas.TransformAsync(schema, context));
        options.AddOperationTransformer(CommonAnswers.TransformAsync);
        options.AddDocumentTransformer((document, _, _) => DocumentHead.TransformAsync(document));
    });

    public static void MapApiDescription(this WebApplication site)
    {
        site.MapOpenApi(DocumentPath.Replace(Name, "{documentName}", StringComparison.Ordinal));
        site.UseSwaggerUI(page =>
        {
            page.RoutePrefix = Page[1..];
            page.DocumentTitle = Title;
            page.SwaggerEndpoint(DocumentPath, Title);
            page.DocExpansion(DocExpansion.List);
            page.DefaultModelsExpandDepth(0);
        });
    }

    /// <summary>PayFort's door speaks no JSON that a schema could describe, and pages are for people.</summary>
    private static bool IsOfTheApi(string? path) =>
        path is not null && (path.StartsWith("invoicing/", StringComparison.Ordinal) || path.StartsWith("api/", StringComparison.Ordinal));
}
