using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace PayPage.Api.Description;

/// <summary>What schemas are called in the description: the shape's own name, in front of that of the shape it is a part of.</summary>
internal static class SchemaNames
{
    /// <returns>Null: written where it is used.</returns>
    public static string? Of(JsonTypeInfo type) => type.Type.Namespace == typeof(Shapes.DialectError).Namespace && !FigureSchemas.IsFigure(type.Type)
        ? Full(type.Type)
        : OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } given && type.Type.IsEnum ? given : null;

    private static string Full(Type type) => type.DeclaringType is { } outer ? $"{Full(outer)}{type.Name}" : type.Name;
}
