using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Outbox;
using PayPage.Domain.Team;

namespace PayPage.UseCases.Outbox;

/// <summary>Queues a mail about a person's account in the unit of work that makes it true.</summary>
internal sealed class PromiseToColleague(IdSource ids, TimeProvider clock)
{
    /// <summary>Each invitation is sent once: who sends it again makes a new one.</summary>
    public void OfInvitation(Unit unit, Invitation invitation)
    {
        var now = clock.GetUtcNow();
        unit.Db.Outbox.Add(new OutboxMessage
        {
            Id = OutboxMessageId.New(ids),
            Key = $"invitation:{invitation.Id}",
            Kind = OutboxKind.InvitationMail,
            MerchantId = invitation.MerchantId,
            InvoiceId = null,
            InvitationId = invitation.Id,
            CreatedAt = now,
            DueAt = now,
        });
    }

    /// <param name="kind">Not <see cref="OutboxKind.InvitationMail"/>.</param>
    public void OfAccount(Unit unit, UserId user, OutboxKind kind)
    {
        var now = clock.GetUtcNow();
        var id = OutboxMessageId.New(ids);
        unit.Db.Outbox.Add(new OutboxMessage
        {
            Id = id,
            Key = $"account:{id}",    // each change is told; nothing makes two of them one
            Kind = kind,
            MerchantId = null,
            InvoiceId = null,
            UserId = user,
            CreatedAt = now,
            DueAt = now,
        });
    }
}
