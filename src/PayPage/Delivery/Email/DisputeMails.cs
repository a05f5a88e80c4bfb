using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Disputes;
using PayPage.Domain.Payments;
using PayPage.Wording;

namespace PayPage.Delivery.Email;

/// <summary>What the merchant's people are told of a dispute. In English, as the back office is (decision 0018).</summary>
internal static class DisputeMails
{
    public static (string Subject, MailBody Body) Of(ColleagueMail.OfDispute mail)
    {
        var (subject, body) = mail.Dispute.State switch
        {
            DisputeState.Won => Won(mail.Dispute),
            DisputeState.Lost => Lost(mail.Dispute),
            DisputeState.Closed => Closed(mail.Dispute),
            _ => Waits(mail.Dispute, mail.IsLastCall),
        };

        return (
            $"{(mail.Dispute.Mode == Mode.Test ? "[Test] " : "")}{subject}",
            Facts(body, mail.Dispute).Button("Look at the dispute", mail.Page).Aside($"The link leads to {mail.Host}. The customer gets no mail from us about this: that is the bank's business."));
    }

    private static (string Subject, MailBody Body) Waits(DisputeCard dispute, bool isLastCall)
    {
        var cause = DisputeCauses.Read(dispute.Reason);
        var isInquiry = dispute.State == DisputeState.Inquiry;
        var by = dispute.EvidenceBy is { } last ? Languages.Default.Moment(last, dispute.Zone) : null;
        var body = new MailBody()
            .Paragraph(isInquiry
                ? [new("A payer's bank asks about a payment of "), Value(Sum(dispute)), new(" for invoice "), Value(dispute.Number), new(". No money has moved; without an answer it may be taken back.")]
                : [new("A payer disputes a payment for invoice "), Value(dispute.Number), new(". His bank has taken back "), Value(Sum(dispute)), new(", until it is decided who keeps it.")])
            .Paragraph(cause.Describe())
            .Figure(isInquiry ? "Asked about" : "Taken back", Sum(dispute), by is null ? null : $"Answer by {by}")
            .Paragraph("Answer at your processor, not here: the bank reads only what comes from there. Who does not answer in time loses the money. What helps:");

        foreach (var proof in cause.Evidence())
        {
            body.Paragraph($"– {proof}");
        }

        body.Paragraph("PayPage has a file ready for you to upload there: the invoice, its receipt, and when the link was sent, opened and paid. You find it on the page of the dispute, with the way to the processor.");

        return (
            isLastCall && by is not null ? $"Answer by {by}: the dispute over {Sum(dispute)} still waits for you"
                : isInquiry ? $"A payer's bank asks about {Sum(dispute)} for invoice {dispute.Number}"
                : $"A payment of {Sum(dispute)} for invoice {dispute.Number} is disputed",
            body);
    }

    private static (string Subject, MailBody Body) Won(DisputeCard dispute) => (
        $"You won the dispute over {Sum(dispute)}",
        new MailBody()
            .Paragraph([new("The bank decided for you: "), Value(Sum(dispute)), new(" for invoice "), Value(dispute.Number), new(" are yours again.")])
            .Paragraph("There is nothing left to do. Most processors keep their fee for a dispute all the same."));

    private static (string Subject, MailBody Body) Lost(DisputeCard dispute) => (
        $"The dispute over {Sum(dispute)} was lost",
        new MailBody()
            .Paragraph([new("The bank decided for the payer: he keeps "), Value(Sum(dispute)), new(" of what was paid for invoice "), Value(dispute.Number), new(".")])
            .Paragraph(dispute.GivenBack.Minor > 0
                ? $"The invoice shows {Languages.Default.Sum(dispute.GivenBack)} as given back. It is not due again: if you think that you are owed this money, agree with the customer and send a new invoice."
                : "The invoice stays as it is: what was disputed had gone back before."));

    private static (string Subject, MailBody Body) Closed(DisputeCard dispute) => (
        $"The bank let its question about {Sum(dispute)} rest",
        new MailBody()
            .Paragraph([new("The bank asks no more about the payment for invoice "), Value(dispute.Number), new(". No money has moved, and there is nothing left to do.")]));

    private static MailBody Facts(MailBody body, DisputeCard dispute) => body
        .Fact("Invoice", dispute.Number)
        .Fact("Customer", dispute.Customer)
        .Fact("Payment", dispute.Payment)
        .Fact("Paid with", dispute.Instrument)
        .Fact("Reason", DisputeCauses.Read(dispute.Reason).Title());

    private static MailBody.Run Value(string text) => new(text, IsValue: true);

    private static string Sum(DisputeCard dispute) => Languages.Default.Sum(dispute.Amount);
}
