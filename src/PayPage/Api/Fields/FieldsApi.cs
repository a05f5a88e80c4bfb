using System.Diagnostics;
using System.Globalization;
using PayPage.Api.Description;
using PayPage.Api.Description.Shapes;
using PayPage.Api.Json;
using PayPage.Domain.Invoices.Fields;
using PayPage.Domain.Invoices.Intake;
using PayPage.UseCases;
using PayPage.UseCases.Fields;

namespace PayPage.Api.Fields;

/// <summary>merchantDefinedFields of Visa Acceptance's invoicing v2, of invoices alone: there is no Pay by Link here, whose purchases and donations could have some.</summary>
internal static class FieldsApi
{
    private const string NoSuchField = "Merchant defined field does not exist.";

    /// <param name="api">The dialect's group.</param>
    public static void MapFields(this IEndpointRouteBuilder api)
    {
        var fields = api.MapGroup("/{referenceType}").AddEndpointFilter(OfInvoicesAloneAsync).WithTags("Merchant defined fields");

        fields.MapMethods("/merchantDefinedFields", [HttpMethods.Get, HttpMethods.Head], ListAsync)
            .Named("getMerchantDefinedFields", "The merchant's own fields").Gives<MerchantDefinedField[]>();
        fields.MapPost("/merchantDefinedFields", AddAsync)
            .Named("createMerchantDefinedField", "One more field; the answer has all of them").Takes<NewMerchantDefinedField>().Gives<MerchantDefinedField[]>();
        fields.MapPut("/merchantDefinedFields/{id}", ChangeAsync)
            .Named("updateMerchantDefinedField", "Change a field; invoices keep what they have").Takes<NewMerchantDefinedField>().Gives<MerchantDefinedField[]>();
        fields.MapDelete("/merchantDefinedFields/{id}", RemoveAsync)
            .Named("deleteMerchantDefinedField", "Take a field away; invoices keep what they have").Produces(StatusCodes.Status204NoContent);
    }

    public static async Task<IResult> ListAsync(HttpContext call, ListFields list, CancellationToken ct) => All(await list.HandleAsync(ApiCaller.Of(call), ct));

    public static Task<IResult> AddAsync(HttpContext call, WriteField write, ListFields list, TimeProvider clock, CancellationToken ct) =>
        WriteAsync(call, list, clock, (text, faults, caller) => write.AddAsync(text, faults, caller, ct), ct);

    public static async Task<IResult> ChangeAsync(string id, HttpContext call, WriteField write, ListFields list, TimeProvider clock, CancellationToken ct) => Read(id) is { } number
        ? await WriteAsync(call, list, clock, (text, faults, caller) => write.ChangeAsync(number, text, faults, caller, ct), ct)
        : ErrorReply.NotFound(NoSuchField, clock.GetUtcNow());

    public static async Task<IResult> RemoveAsync(string id, HttpContext call, WriteField write, TimeProvider clock, CancellationToken ct) =>
        Read(id) is { } number && await write.RemoveAsync(number, ApiCaller.Of(call), ct) ? Results.NoContent() : ErrorReply.NotFound(NoSuchField, clock.GetUtcNow());

    private static async ValueTask<object?> OfInvoicesAloneAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var type = context.HttpContext.GetRouteValue("referenceType") as string;

        return FieldReply.Invoice.Equals(type, StringComparison.OrdinalIgnoreCase) ? await next(context) : ErrorReply.NotFound(
            "Only invoices have merchant defined fields here: write Invoice. Purchase and Donation belong to Pay by Link.",
            context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    private static async Task<IResult> WriteAsync(
        HttpContext call, ListFields list, TimeProvider clock, Func<FieldText, IReadOnlyDictionary<string, string>, Caller, Task<WriteField.Outcome>> write, CancellationToken ct)
    {
        switch (await JsonBody.ReadAsync(call.Request, ct))
        {
            case JsonBody.Reading.Refused refused:
                return ErrorReply.Refused(refused.Status, refused.Message, clock.GetUtcNow());
            case JsonBody.Reading.Parsed parsed:
                using (parsed.Document)
                {
                    var caller = ApiCaller.Of(call);
                    var (text, unreadable) = FieldRequest.Read(parsed.Document.RootElement);

                    return await write(text, unreadable, caller) switch
                    {
                        WriteField.Outcome.Written => All(await list.HandleAsync(caller, ct)),
                        WriteField.Outcome.Faulty faulty => Faulty(faulty.Messages, clock.GetUtcNow()),
                        WriteField.Outcome.TooMany => ErrorReply.Refused(
                            StatusCodes.Status400BadRequest, $"There are {FieldDefinition.MostPerMerchant} merchant defined fields, which is as many as can be. Delete one first.", clock.GetUtcNow()),
                        WriteField.Outcome.NoSuchField => ErrorReply.NotFound(NoSuchField, clock.GetUtcNow()),
                        _ => throw new UnreachableException(),
                    };
                }

            default:
                throw new UnreachableException();
        }
    }

    private static JsonReply Faulty(IReadOnlyDictionary<string, string> messages, DateTimeOffset now) =>
        ErrorReply.Faulty([.. messages.Select(message => new FieldFault(FieldRequest.NameOf(message.Key), FaultKind.Invalid, message.Value))], now);

    private static JsonReply All(IReadOnlyList<FieldDefinition> fields) => JsonReply.List(StatusCodes.Status200OK, json =>
    {
        foreach (var field in fields)
        {
            FieldReply.Write(json, field);
        }
    });

    private static long? Read(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
