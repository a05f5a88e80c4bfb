using System.Text.Json;
using PayPage.Api.Json;
using PayPage.Domain.Invoices.Intake;

namespace PayPage.Api;

/// <summary>Every "no" in the dialect's shape. Its schema and its examples disagree on spellings: these are the examples'.</summary>
internal static class ErrorReply
{
    private const string BadRequest = "BADREQUEST";
    private const string ValidationError = "VALIDATION_ERROR";

    public static JsonReply Of(Refusal refusal, DateTimeOffset now) => refusal.Status == StatusCodes.Status401Unauthorized
        ? NotAuthenticated()
        : Of(refusal.Status, StatusOf(refusal.Status), refusal.Kind.ToUpperInvariant().Replace('-', '_'), $"{refusal.Title} {refusal.Detail}", now);

    /// <summary>The request as a whole cannot be read.</summary>
    /// <param name="status">4xx.</param>
    public static JsonReply Refused(int status, string message, DateTimeOffset now) => Of(status, BadRequest, ValidationError, message, now);

    public static JsonReply Faulty(IReadOnlyList<FieldFault> faults, DateTimeOffset now) =>
        Of(StatusCodes.Status400BadRequest, BadRequest, ValidationError, "Field validation errors.", now, faults);

    public static JsonReply DuplicateNumber(DateTimeOffset now) =>
        Of(StatusCodes.Status400BadRequest, BadRequest, "DUPLICATE_RECORD", "An invoice with this number exists.", now,
            [new FieldFault(ProposalFields.Number, FaultKind.Invalid, "This number is taken. Write another, or leave it out to get one.")]);

    /// <summary>What was asked for goes against the state of the invoice.</summary>
    /// <param name="message">Why, and what to do.</param>
    public static JsonReply NotAllowed(string message, DateTimeOffset now) =>
        Of(StatusCodes.Status400BadRequest, BadRequest, "ACTION_NOT_ALLOWED", message, now);

    /// <summary>If-Match names another state than the one that is (RFC 9110 13.1.1). The dialect has no word for it.</summary>
    public static JsonReply Changed(DateTimeOffset now) => Changed(
        "The invoice was changed since you read it, and nothing was done. Get it again, look at what is different, and send your request with the new ETag in If-Match.", now);

    public static JsonReply Changed(string message, DateTimeOffset now) => Of(
        StatusCodes.Status412PreconditionFailed, "PRECONDITION_FAILED", "PRECONDITION_FAILED", message, now);

    /// <summary>All but the picture may be right: it has a reason of its own.</summary>
    public static JsonReply InvalidImage(IReadOnlyList<FieldFault> faults, DateTimeOffset now) =>
        Of(StatusCodes.Status400BadRequest, BadRequest, "INVALID_IMAGE", "The logo cannot be used.", now, faults);

    public static JsonReply NotFound(string message, DateTimeOffset now) => Of(StatusCodes.Status404NotFound, "NOTFOUND", "NOT_FOUND", message, now);

    public static JsonReply NoSuchInvoice(DateTimeOffset now) =>
        Of(StatusCodes.Status404NotFound, "NOTFOUND", "NOT_FOUND", "Invoice does not exist.", now);

    public static JsonReply Failed(DateTimeOffset now) =>
        Of(StatusCodes.Status502BadGateway, "SERVER_ERROR", "SYSTEM_ERROR", "Error - General system failure.", now);

    /// <summary>The one answer that looks different there too.</summary>
    private static JsonReply NotAuthenticated() => JsonReply.Of(StatusCodes.Status401Unauthorized, json =>
    {
        json.WriteStartObject("response");
        json.WriteString("rmsg", "Authentication Failed");
        json.WriteEndObject();
    });

    private static JsonReply Of(
        int http, string status, string reason, string message, DateTimeOffset now, IReadOnlyList<FieldFault>? faults = null) => JsonReply.Of(http, json =>
    {
        json.WriteString("submitTimeUtc", Instant.Text(now));
        json.WriteString("status", status);
        json.WriteString("reason", reason);
        json.WriteString("message", message);

        if (faults is not null)
        {
            WriteDetails(json, faults);
        }
    });

    // The dialect has words for bad requests and what is not found; the others are ours.
    private static string StatusOf(int http) => http switch
    {
        StatusCodes.Status404NotFound => "NOTFOUND",
        StatusCodes.Status403Forbidden => "FORBIDDEN",
        StatusCodes.Status405MethodNotAllowed => "METHODNOTALLOWED",
        StatusCodes.Status409Conflict => "CONFLICT",
        StatusCodes.Status429TooManyRequests => "TOOMANYREQUESTS",
        _ => BadRequest,
    };

    private static void WriteDetails(Utf8JsonWriter json, IReadOnlyList<FieldFault> faults)
    {
        json.WriteStartArray("details");

        foreach (var fault in faults)
        {
            json.WriteStartObject();
            json.WriteString("field", DialectNames.Of(fault.Field));
            json.WriteString("reason", fault.Kind switch
            {
                FaultKind.Missing => "MISSING_FIELD",
                FaultKind.Invalid => "INVALID_DATA",
            });
            json.WriteString("message", fault.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
