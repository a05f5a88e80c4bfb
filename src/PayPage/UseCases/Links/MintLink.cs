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
    /// <param name="predecessor">The spent or expired link of the same payer; null for a payer's first.</param>
    public PaymentLink Handle(Unit unit, Invoice invoice, Merchant merchant, PaymentLink? predecessor, string actor)
    {
        var now = clock.GetUtcNow();
        var id = LinkId.New(ids);
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
        };

        unit.Db.Links.Add(link);
        note.Of(unit, invoice, AuditKind.LinkIssued, actor, id);

        return link;
    }
}
