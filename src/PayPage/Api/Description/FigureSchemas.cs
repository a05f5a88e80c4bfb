using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PayPage.Api.Description.Shapes;

namespace PayPage.Api.Description;

/// <summary>How figures are written, where JSON knows only "number": a double on the way would cost cents.</summary>
internal static class FigureSchemas
{
    private const string Decimals = @"^[0-9]+(\.[0-9]+)?$";

    public static bool IsFigure(Type type) => type == typeof(TypedFigure) || type == typeof(Figure);

    public static Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = context.JsonTypeInfo.Type;

        if (type == typeof(TypedFigure))
        {
            schema.Type = JsonSchemaType.String | JsonSchemaType.Number;
            schema.Pattern = Decimals;
            Clear(schema);
        }
        else if (type == typeof(Figure))
        {
            schema.Type = JsonSchemaType.Number;
            Clear(schema);
        }
        else if (type == typeof(int) || type == typeof(long))
        {
            schema.Type = JsonSchemaType.Integer;    // not "or a text", as forgiving readers would have it
            schema.Pattern = null;
        }

        // What may be absent is not in the list of what is required. Null reads as absent, and is written only where a shape says so.
        if (context.JsonPropertyInfo?.AttributeProvider?.IsDefined(typeof(OrNullAttribute), inherit: false) != true)
        {
            schema.Type &= ~JsonSchemaType.Null;
        }

        return Task.CompletedTask;
    }

    private static void Clear(OpenApiSchema schema)
    {
        schema.Properties = null;
        schema.Required = null;
        schema.AdditionalPropertiesAllowed = true;
    }
}
