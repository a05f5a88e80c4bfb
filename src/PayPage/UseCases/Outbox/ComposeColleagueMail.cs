using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;
using PayPage.Domain.Team;
using PayPage.UseCases.Batches;
using PayPage.UseCases.Disputes;
using PayPage.UseCases.Documents;
using PayPage.UseCases.Fences;

namespace PayPage.UseCases.Outbox;

/// <summary>From a promise to a colleague to the mail that keeps it. What gives entry is made here and now: no table and no queue ever held it.</summary>
internal sealed class ComposeColleagueMail(
    PayPageDbContext db, ISiteAddresses addresses, IColleagueMailComposer composer, IInvitationTokens invitations, IAccounts accounts, DrawPapers draw,
    ComposeBatchMail composeBatchMail, ComposeAccountMail composeAccountMail, ComposeDisputeMail composeDisputeMail, ComposeFenceMail composeFenceMail)
{
    private static readonly MailHead House = new("PayPage", null);

    /// <returns>Null when whom it was for is not here any more.</returns>
    public async Task<EmailMessage?> HandleAsync(OutboxMessage message, CancellationToken ct) =>
        await MailAsync(message, ct) is var (mail, to)
            ? composer.Compose(mail, to, $"{message.Id}@{addresses.Host}", message.CreatedAt)
            : null;

    private Task<(ColleagueMail Mail, string To)?> MailAsync(OutboxMessage message, CancellationToken ct) => message.Kind switch
    {
        OutboxKind.InvitationMail => InvitationAsync(message, ct),
        var kind when kind.IsOfBatch() => composeBatchMail.HandleAsync(message, ct),
        var kind when kind.IsOfDispute() => composeDisputeMail.HandleAsync(message, ct),
        var kind when kind.IsOfFence() => composeFenceMail.HandleAsync(message, ct),
        var kind when kind.IsOfWebhook() => WebhookAsync(message, ct),
        var kind when kind.IsOfAccount() => composeAccountMail.HandleAsync(message, ct),
        _ => AccountAsync(message, ct),
    };

    private async Task<(ColleagueMail Mail, string To)?> InvitationAsync(OutboxMessage message, CancellationToken ct)
    {
        var invitation = await db.Invitations.AsNoTracking().SingleAsync(i => i.Id == message.InvitationId, ct);
        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == invitation.MerchantId, ct);
        var inviter = await db.People.SingleOrDefaultAsync(p => p.Id == invitation.InvitedBy.Value, ct);
        var link = addresses.Office($"invitation/{invitations.Protect(invitation.Id)}");

        return (
            new ColleagueMail.OfInvitation(inviter?.Name ?? merchant.Name, invitation.Role, link, invitation.ExpiresAt)
            {
                Head = new MailHead(merchant.Name, merchant.Email, merchant.Color, await PictureAsync(merchant, ct)),
                Host = addresses.Host,
            },
            invitation.Email);
    }

    private async Task<(ColleagueMail Mail, string To)?> WebhookAsync(OutboxMessage message, CancellationToken ct)
    {
        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == message.MerchantId, ct);
        var endpoint = await db.Endpoints.AsNoTracking().SingleOrDefaultAsync(e => e.Id == message.EndpointId, ct);

        return endpoint is null || TellMerchant.AddressFor(message, merchant) is not { } to ? null : (
            new ColleagueMail.OfWebhook(
                endpoint.Url.GetLeftPart(UriPartial.Path), endpoint.FailingSince, message.Kind == OutboxKind.WebhookDisabledMail ? endpoint.DisabledBecause : null,
                addresses.Office($"{merchant.Id}/settings/webhooks/{endpoint.Id}"))
            {
                Head = House,
                Host = addresses.Host,
            },
            to);
    }

    private async Task<(ColleagueMail Mail, string To)?> AccountAsync(OutboxMessage message, CancellationToken ct)
    {
        var user = message.UserId ?? throw new InvariantException($"{message.Id} is for nobody.");

        return await db.People.SingleOrDefaultAsync(p => p.Id == user.Value, ct) is { } person && await WordsAsync(message, user, person.Name, ct) is { } mail ? (mail, person.Email) : null;
    }

    private async Task<ColleagueMail?> WordsAsync(OutboxMessage message, UserId user, string name, CancellationToken ct) => message.Kind switch
    {
        OutboxKind.ResetMail => await accounts.ResetTokenAsync(user, ct) is { } token
            ? new ColleagueMail.OfReset(name, addresses.Office($"sign-in/reset?who={user}&token={token}"), IAccounts.ResetTime) { Head = House, Host = addresses.Host }
            : null,
        OutboxKind.PasswordMail =>
            new ColleagueMail.OfPassword(name, message.CreatedAt, addresses.Office("sign-in/forgotten")) { Head = House, Host = addresses.Host },
        OutboxKind.SecurityMail => await accounts.SecondFactorsAsync(user, ct) is { } now
            ? new ColleagueMail.OfSecurity(name, message.CreatedAt, now, addresses.Office("account")) { Head = House, Host = addresses.Host }
            : null,
        _ => throw new UnreachableException(),
    };

    private async Task<MailFile?> PictureAsync(Merchant merchant, CancellationToken ct) => await draw.LogoAsync(merchant, ct) is { } logo
        ? new MailFile(logo.ContentType == "image/png" ? "logo.png" : "logo.jpg", logo.ContentType, logo.Bytes)
        : null;
}
