namespace PayPage.Api.Description;

/// <summary>What the description says of a route, beside what all have in common (<see cref="CommonAnswers"/>).</summary>
internal static class Described
{
    private const string Json = "application/json";

    /// <param name="id">What client generators name the call after: never changes.</param>
    /// <param name="summary">One line.</param>
    public static RouteHandlerBuilder Named(this RouteHandlerBuilder route, string id, string summary, string? more = null)
    {
        route.WithName(id).WithSummary(summary);
        return more is null ? route : route.WithDescription(more);
    }

    /// <summary>A body of this shape, JSON unless said otherwise.</summary>
    /// <remarks>Not <c>Accepts</c>: by that the router itself refuses other types, with an empty answer and before it is known who calls.</remarks>
    public static RouteHandlerBuilder Takes<TBody>(this RouteHandlerBuilder route, string contentType = Json, bool isRequired = true)
        where TBody : notnull => route.WithMetadata(new AskedBody(typeof(TBody), contentType, isRequired));

    /// <summary>A JSON answer of this shape.</summary>
    public static RouteHandlerBuilder Gives<TAnswer>(this RouteHandlerBuilder route, int status = StatusCodes.Status200OK) =>
        route.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(TAnswer), [Json]));

    /// <summary>A JSON answer of this shape, or the same as a file.</summary>
    public static RouteHandlerBuilder GivesEither<TAnswer>(this RouteHandlerBuilder route, string contentType) =>
        route.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(TAnswer), [Json, contentType]));

    /// <summary>304 to whoever has seen this version already.</summary>
    public static RouteHandlerBuilder KnowsCopies(this RouteHandlerBuilder route) =>
        route.Asks("If-None-Match", "An entity tag (ETag): 304 while it is as it was.", isHeader: true).WithMetadata(new MoreRefusals(StatusCodes.Status304NotModified));

    /// <summary>A "no" of this route beside those that any of its kind may give.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, int status) => route.WithMetadata(new MoreRefusals(status));

    /// <summary>Nothing is overwritten unknowingly: the caller may say which version he has seen.</summary>
    public static RouteHandlerBuilder AsksForVersion(this RouteHandlerBuilder route) =>
        route.Asks("If-Match", "The entity tag (ETag) of the version that was read: nothing is done to another.", isHeader: true);

    /// <summary>An answer that is a file.</summary>
    public static RouteHandlerBuilder GivesFile(this RouteHandlerBuilder route, string contentType) =>
        route.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(byte[]), [contentType]));

    /// <summary>A parameter behind the question mark, or a header, that the handler reads by itself.</summary>
    public static RouteHandlerBuilder Asks(this RouteHandlerBuilder route, string name, string description, bool isHeader = false) =>
        route.WithMetadata(new AskedParameter(name, description, isHeader));
}

/// <param name="IsHeader">Else it stands behind the question mark.</param>
internal sealed record AskedParameter(string Name, string Description, bool IsHeader);

/// <param name="ContentType">The only one.</param>
internal sealed record AskedBody(Type Shape, string ContentType, bool IsRequired);

internal sealed record MoreRefusals(int Status);
