using System.Diagnostics;
using PayPage.Api.Calls;
using PayPage.Api.Invoices;
using PayPage.Api.Json;
using PayPage.Domain;
using PayPage.Domain.Customers;
using PayPage.Domain.Invoices.Intake;
using PayPage.Domain.Links;
using PayPage.UseCases;
using PayPage.UseCases.Links;

namespace PayPage.Api.Own;

/// <summary>The links of an invoice: several payers may each have their own.</summary>
internal static class LinksApi
{
    private const string Name = "name";
    private const string Email = "email";
    private const string Send = "send";

    public static async Task<IResult> ListAsync(string number, HttpContext call, ShowLinks show, CancellationToken ct) =>
        RouteNumber.TryRead(number, out var known) && await show.HandleAsync(known, ApiCaller.Of(call), ct) is { } view
            ? JsonReply.Of(StatusCodes.Status200OK, json =>
            {
                json.WriteStartArray("links");

                foreach (var row in view.Links)
                {
                    json.WriteStartObject();
                    PaymentJson.Write(json, row);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            })
            : ProblemReply.NoSuch("invoice");

    /// <summary>Makes one for another payer. Its address stands in the answer and nowhere else, so that the caller can hand it over.</summary>
    public static async Task<IResult> IssueAsync(string number, HttpContext call, ShowLinks show, IssueLink issue, RevealLink reveal, IdSource ids, CancellationToken ct)
    {
        var caller = ApiCaller.Of(call);

        if (!RouteNumber.TryRead(number, out var known) || await show.HandleAsync(known, caller, ct) is null)
        {
            return ProblemReply.NoSuch("invoice");
        }

        return await OwnBody.ReadAsync(
            call.Request, [Name, Email, Send],
            async (fields, faults) =>
            {
                var (payer, mail) = Read(fields, IdempotencyKey.Of(call)?.LinkId ?? new LinkId(ids.Next()), faults);
                return faults.Count > 0 ? ProblemReply.Faulty(faults)
                    : await issue.HandleAsync(known, payer, mail, caller, ct) switch
                    {
                        IssueLink.Outcome.Issued => await MadeAsync(known, payer.Link, caller, show, reveal, ct),
                        IssueLink.Outcome.NotPayable => ProblemReply.Of(
                            StatusCodes.Status409Conflict, "not-payable", "Nothing of this invoice can be paid now.",
                            "It is a draft, paid or canceled, or its expiration date is over. No link was made."),
                        IssueLink.Outcome.NoSuchInvoice => ProblemReply.NoSuch("invoice"),
                        _ => throw new UnreachableException(),    // its id is new
                    };
            },
            ct);
    }

    /// <summary>What was wanted and is so already is no mistake: a call whose answer was lost may be made again.</summary>
    public static async Task<IResult> RevokeAsync(string id, HttpContext call, ShowLinks show, RevokeLink revoke, CancellationToken ct)
    {
        var caller = ApiCaller.Of(call);

        if (!LinkId.TryParse(id, out var link) || await show.OneAsync(link, caller, ct) is null)
        {
            return ProblemReply.NoSuch("link");
        }

        await revoke.HandleAsync(caller.MerchantId, link, caller.Actor, ct);

        return await show.OneAsync(link, caller, ct) is { Link.Status: LinkStatus.Revoked } revoked
            ? JsonReply.Of(StatusCodes.Status200OK, json => PaymentJson.Write(json, revoked))
            : ProblemReply.Of(StatusCodes.Status409Conflict, "link-is-over", "This link does not work any more.", "It was used, has expired, or was closed with its invoice: there is nothing to take back.");
    }

    private static (OtherPayer Payer, bool Mail) Read(JsonFields fields, LinkId link, List<FieldFault> faults)
    {
        var name = FreeText.Clean(fields.Text(Name, Name) ?? "");
        var email = fields.Text(Email, Email);
        var send = fields.Flag(Send, Send);
        var isAddress = EmailAddress.TryParse(email, out var address);

        if (name.Length is 0 or > Customer.NameLength)
        {
            Fault(Name, $"Write the payer’s name, at most {Customer.NameLength} characters.");
        }
        else if (FreeText.HoldsACardNumber(name))
        {
            Fault(Name, "This looks like a card number. Write a name.");
        }

        if (!isAddress && !string.IsNullOrWhiteSpace(email))
        {
            Fault(Email, "Write exactly one e-mail address, for example name@example.com.");
        }

        if (!bool.TryParse(send ?? bool.FalseString, out var mail))
        {
            Fault(Send, "Write true or false.");
        }
        else if (mail && string.IsNullOrWhiteSpace(email))
        {
            Fault(Email, "Write the address to send the link to, or leave send out.");
        }

        return (new OtherPayer(link, name, isAddress ? address : null), mail);

        void Fault(string field, string message)
        {
            if (!faults.Exists(fault => fault.Field == field))
            {
                faults.Add(new FieldFault(field, FaultKind.Invalid, message));
            }
        }
    }

    private static async Task<IResult> MadeAsync(string number, LinkId id, Caller caller, ShowLinks show, RevealLink reveal, CancellationToken ct)
    {
        var row = await show.OneAsync(id, caller, ct) ?? throw new InvariantException("A link is gone that was just made.");
        var address = await reveal.HandleAsync(number, id, caller, ct) ?? throw new InvariantException($"The address of {id} cannot be read: is a key missing?");

        return JsonReply.Of(StatusCodes.Status201Created, json =>
        {
            PaymentJson.Write(json, row);
            json.WriteString("address", address.Address.AbsoluteUri);
            json.WriteString("shortAddress", address.Short.AbsoluteUri);
        });
    }
}
