using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Links;

/// <summary>Makes a link inside a unit of work that somebody else commits.</summary>
internal sealed class MintLink(ILinkTokens tokens, RandomBytes random, IdSource ids, Note note, TimeProvider clock)
{
    /// <param name="predecessor">The spent or expired link of the same payer, whose it is; null for a payer's first.</param>
    /// <param name="other">For whom it is, where not for the customer; a successor is for whom its predecessor was.</param>
    public PaymentLink Handle(Unit unit, Invoice invoice, Merchant merchant, PaymentLink? predecessor, string actor, OtherPayer? other = null)
    {
        var now = clock.GetUtcNow();
        var id = other?.Link ?? LinkId.New(ids);
        var secret = LinkSecret.New(random);
        var address = new LinkAddress(tokens.Protect(secret), ShortCode.New(random));
        var link = new PaymentLink
        {
            Id = id,
            MerchantId = invoice.MerchantId,
            InvoiceId = invoice.Id,
            PredecessorId = predecessor?.Id,
            RootId = predecessor?.RootId ?? id,
            SecretHash = secret.Hash(),
            ShortCodeHash = Secret.Hash(address.ShortCode),
            SealedAddress = tokens.Seal(address),
            CreatedAt = now,
            LivesUntil = LinkLifetime.Of(invoice, now, merchant.Zone),
            WindowHours = merchant.LinkHours,
            PayerName = predecessor?.PayerName ?? other?.Name,
            PayerEmail = predecessor?.PayerEmail ?? other?.Email,
        };

        unit.Db.Links.Add(link);
        note.Of(unit, invoice, AuditKind.LinkIssued, actor, id);

        return link;
    }
}

/// <summary>A payer who is not the customer: a colleague, a parent, an insurer who pays a part.</summary>
/// <param name="Link">The id that his first link will have: the form that asks for it brings it along, so that two sends make one.</param>
/// <param name="Name">At most 100 characters; null only where there is an address.</param>
/// <param name="Email">One mailbox; null where the merchant hands the link over.</param>
internal sealed record OtherPayer(LinkId Link, string? Name, string? Email);
