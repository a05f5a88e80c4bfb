using System.Diagnostics;
using System.Globalization;
using PayPage.Api.Json;
using PayPage.Domain.Batches.Sheets;
using PayPage.Domain.Fort;
using PayPage.UseCases.Fort;

namespace PayPage.Api.Fort;

/// <summary><c>/FortAPI/paymentApi</c>: makes a link, says how one stands, changes one.</summary>
internal static class PaymentApi
{
    private const string Check = "CHECK_PAYMENT_LINK_STATUS";
    private const string Update = "UPDATE_PAYMENT_LINK";

    private static readonly string[] Proof = [FortParameter.AccessCode, FortParameter.Merchant, FortSignature.Name];
    private static readonly string[] Which = [FortColumns.Reference, FortColumns.LinkId];
    private static readonly string[] Columns = [.. FortColumns.All.Select(column => column.Name)];

    private static readonly string[] Changes =
    [
        FortParameter.LinkStatus, FortParameter.Amount, FortParameter.Currency, FortColumns.Expiry, FortParameter.Email, FortParameter.CustomerName, FortParameter.Phone,
        FortParameter.Description,
    ];

    public static async Task<IResult> AnswerAsync(
        HttpRequest request, FindFortCaller findCaller, CreateFortLink create, FindFortLink find, UpdateFortLink update, CancellationToken ct)
    {
        if (await FortCall.ReadAsync(request, ct) is not { } call)
        {
            return FortReply.Of(FortCall.Unreadable, FortAnswer.Invalid(FortCode.BadRequest), null);
        }

        var command = (call[FortParameter.Command], call[FortParameter.Query]);

        // A link's own id says which merchant is meant: only there may the identifier be left out.
        var (caller, refusal) = await call.KnowAsync(findCaller, command.Item1 == FortColumns.PaymentLink || call[FortColumns.LinkId] is null, ct);

        return caller is null ? refusal! : command switch    // there is a refusal where there is no caller
        {
            (FortColumns.PaymentLink, null) => await CreateAsync(call, caller, create, ct),
            (null, Check) => await CheckAsync(call, caller, find, ct),
            (Update, null) => await UpdateAsync(call, caller, update, ct),
            (null, null) => FortReply.Of(call, FortAnswer.Invalid(FortCode.Missing, FortParameter.Command), caller),
            _ => FortReply.Of(call, FortAnswer.Invalid(FortCode.BadCommand), caller),
        };
    }

    private static async Task<JsonReply> CreateAsync(FortCall call, FortCaller caller, CreateFortLink create, CancellationToken ct)
    {
        if (call.Fault([FortParameter.Command], [.. Columns, .. Proof]) is { } fault)
        {
            return FortReply.Of(call, fault, caller);
        }

        return await create.HandleAsync(call.Said, caller.Caller, ct) switch
        {
            CreateFortLink.Outcome.Created created => FortReply.Of(
                call, new FortAnswer(FortStatus.LinkDone, FortCode.Success), caller,
                ("payment_link", created.Link.Address?.AbsoluteUri), (FortColumns.LinkId, created.Link.Own.LinkId)),
            CreateFortLink.Outcome.Refused refused => FortReply.Of(call, refused.Answer, caller),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<JsonReply> CheckAsync(FortCall call, FortCaller caller, FindFortLink find, CancellationToken ct)
    {
        if (call.Fault([FortParameter.Query, .. Need(call)], [FortParameter.Language, .. Proof, .. Which]) is { } fault)
        {
            return FortReply.Of(call, fault, caller);
        }

        return await find.HandleAsync(call[FortColumns.Reference], call[FortColumns.LinkId], caller.Caller, ct) is { } link
            ? FortReply.Of(
                call, new FortAnswer(FortStatus.CheckDone, FortCode.Success), caller,
                (FortColumns.Reference, link.Invoice.Number),
                (FortParameter.Amount, link.Invoice.Total.ToString(CultureInfo.InvariantCulture)),
                (FortParameter.Currency, link.Invoice.Currency.Code),
                (FortParameter.LinkStatus, $"{link.State}"),
                (FortColumns.Expiry, FortInstant.Text(link.Ends)),
                (FortColumns.LinkId, link.Own.LinkId),
                ("payment_link", link.Address?.AbsoluteUri),
                ("payment_link_opened_count", link.Openings.ToString(CultureInfo.InvariantCulture)))
            : FortReply.Of(call, new FortAnswer(FortStatus.CheckFailed, call[FortColumns.LinkId] is null ? FortCode.OrderNotFound : FortCode.LinkNotFound), caller);
    }

    private static async Task<JsonReply> UpdateAsync(FortCall call, FortCaller caller, UpdateFortLink update, CancellationToken ct)
    {
        var fault = call.Fault([FortParameter.Command, FortParameter.Language, .. Need(call)], [.. Changes, .. Proof, .. Which])
            ?? (call.Said.Keys.Intersect(Changes).Any() ? null : FortAnswer.Invalid(FortCode.Missing, FortParameter.LinkStatus));

        return fault is not null ? FortReply.Of(call, fault, caller) : await update.HandleAsync(call.Said, caller.Caller, ct) switch
        {
            UpdateFortLink.Outcome.Updated updated => FortReply.Of(
                call, new FortAnswer(FortStatus.LinkDone, FortCode.Success), caller,
                ("payment_link", updated.Link.Address?.AbsoluteUri), (FortColumns.LinkId, updated.Link.Own.LinkId), (FortParameter.LinkStatus, $"{updated.Link.State}")),
            UpdateFortLink.Outcome.Refused refused => FortReply.Of(call, refused.Answer, caller),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>One of the two must say which link is meant.</summary>
    private static string[] Need(FortCall call) => call[FortColumns.LinkId] is null ? [FortColumns.Reference] : [];
}
