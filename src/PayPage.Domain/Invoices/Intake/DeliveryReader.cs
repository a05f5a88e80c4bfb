using PayPage.Domain.Delivery;

namespace PayPage.Domain.Invoices.Intake;

/// <summary>Reads by which ways an invoice is to go out, and whether it can.</summary>
/// <param name="phone">The customer's number as it was read; null where there is none, or none that can be read.</param>
/// <param name="texts">Who may get text messages; null: every number.</param>
internal sealed class DeliveryReader(InvoiceProposal proposal, string? phone, SmsLimits? texts, FaultList faults)
{
    /// <param name="includesLink">Whether mails and papers carry a link; null: that is not said here.</param>
    public DeliveryMode Read(bool publish, bool? includesLink)
    {
        var hasAddress = !string.IsNullOrWhiteSpace(proposal.CustomerEmail);

        if (string.IsNullOrWhiteSpace(proposal.Delivery))
        {
            return publish && hasAddress ? DeliveryMode.Email : DeliveryMode.None;
        }

        if (Wanted(proposal.Delivery) is not { } delivery)
        {
            faults.Invalid(ProposalFields.Delivery, "Write none, email, sms or both.");
            return DeliveryMode.None;
        }

        if (publish && delivery.ByEmail() && !hasAddress)
        {
            faults.Missing(ProposalFields.CustomerEmail, "Write the e-mail address to send the invoice to, or choose not to send it by e-mail.");
        }

        if (delivery.BySms() && includesLink == false)
        {
            faults.Invalid(FieldFault.TextNeedsLink.Field, FieldFault.TextNeedsLink.Message);
        }

        if (publish && delivery.BySms())
        {
            CheckPhone();
        }

        return delivery;
    }

    /// <summary>Several words with commas are all meant, and <c>none</c> beside another wins, as PayFort has it.</summary>
    private static DeliveryMode? Wanted(string text)
    {
        var words = text.Split(',').Select(word => word.Trim().ToUpperInvariant()).ToHashSet();

        return words.Except(["NONE", "EMAIL", "SMS", "BOTH"]).Any() ? null
            : words.Contains("NONE") ? DeliveryMode.None
            : words.Contains("BOTH") || (words.Contains("EMAIL") && words.Contains("SMS")) ? DeliveryMode.Both
            : words.Contains("SMS") ? DeliveryMode.Sms
            : DeliveryMode.Email;
    }

    private void CheckPhone()
    {
        if (string.IsNullOrWhiteSpace(proposal.CustomerPhone))
        {
            faults.Missing(ProposalFields.CustomerPhone, "Write the mobile number to send the invoice to, or choose not to send it by text message.");
        }
        else if (phone is not null && texts?.Allows(phone) == false)
        {
            faults.Invalid(
                ProposalFields.CustomerPhone, $"Text messages go only to numbers that begin with {string.Join(", ", texts.AllowedPrefixes)}. Choose another way to send the invoice.");
        }
    }
}
