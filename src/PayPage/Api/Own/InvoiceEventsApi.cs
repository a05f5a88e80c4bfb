using System.Diagnostics;
using PayPage.Api.Events;
using PayPage.Api.Invoices;
using PayPage.UseCases.Events;

namespace PayPage.Api.Own;

/// <summary>The events of one invoice, by its own count.</summary>
internal static class InvoiceEventsApi
{
    private const int Usual = 50;

    public static async Task<IResult> ReadAsync(string number, HttpContext call, ReadInvoiceEvents read, CancellationToken ct)
    {
        var query = call.Request.Query;

        if (query.Keys.FirstOrDefault(name => name is not ("after" or "limit")) is { } unknown)
        {
            return ProblemReply.Invalid(unknown, "There is no such parameter: after and limit are all there are.");
        }

        if (!EventsApi.TryFigure(query["after"], 0, long.MaxValue, out var after))
        {
            return ProblemReply.Invalid("after", "Give back the value of next as it came, or leave it out to begin at the oldest event.");
        }

        if (!EventsApi.TryFigure(query["limit"], 1, ReadFeed.MostAtOnce, out var limit))
        {
            return ProblemReply.Invalid("limit", $"Write a whole number from 1 to {ReadFeed.MostAtOnce}.");
        }

        return RouteNumber.TryRead(number, out var known) && await read.HandleAsync(known, after, (int)(limit ?? Usual), ApiCaller.Of(call), ct) is { } outcome
            ? outcome switch
            {
                ReadFeed.Outcome.Page page => EventsApi.Reply(page),
                ReadFeed.Outcome.TooOld => ProblemReply.Of(
                    StatusCodes.Status410Gone, "cursor-too-old", "Events behind this place were removed for their age.",
                    "Look the invoice up, then begin at its oldest event by leaving after out.", "after"),
                ReadFeed.Outcome.NotYet => ProblemReply.Invalid("after", "This invoice has no such event yet."),
                _ => throw new UnreachableException(),
            }
            : ProblemReply.NoSuch("invoice");
    }
}
