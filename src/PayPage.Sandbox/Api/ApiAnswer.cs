using System.Text;
using Microsoft.AspNetCore.Http;

namespace PayPage.Sandbox.Api;

internal sealed record ErrorBody(ErrorView Error);

/// <param name="Field">The member that is wrong, in snake_case; null when it is not one member.</param>
internal sealed record ErrorView(string Type, string? Field, string Message);

internal sealed record ListView<T>(IReadOnlyList<T> Data, bool HasMore);

/// <summary>The answers of the API.</summary>
internal static class ApiAnswer
{
    private const string Json = "application/json";

    public static IResult Of<T>(T body, int status = StatusCodes.Status200OK) => Raw(SandboxJson.Write(body), status);

    public static IResult Raw(string json, int status) => Results.Text(json, Json, Encoding.UTF8, status);

    /// <summary>What was answered before under this key.</summary>
    public static IResult Replay(HttpContext context, string json, int status)
    {
        context.Response.Headers["Idempotent-Replayed"] = "true";
        return Raw(json, status);
    }

    public static IResult Error(int status, string type, string message, string? field = null) =>
        Of(new ErrorBody(new ErrorView(type, field, message)), status);

    public static IResult Invalid(Problem problem) =>
        Error(StatusCodes.Status400BadRequest, "invalid_request", problem.Message, problem.Field);

    public static IResult NotFound(string what) => Error(StatusCodes.Status404NotFound, "not_found", $"There is no such {what}.");

    public static IResult KeyReused() => Error(
        StatusCodes.Status409Conflict, "idempotency_error", "This Idempotency-Key was used with another request.");

    public static IResult ReferenceTaken() => Error(
        StatusCodes.Status409Conflict, "duplicate_reference", "This client_reference is in use under another Idempotency-Key.", "client_reference");

    public static IResult Broken() =>
        Error(StatusCodes.Status500InternalServerError, "api_error", "Something went wrong, as ordered.");

    public static IResult TimedOut() =>
        Error(StatusCodes.Status504GatewayTimeout, "timeout", "No answer came in time, as ordered.");
}

/// <summary>What is wrong with a request.</summary>
internal sealed record Problem(string? Field, string Message);
