using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Wording;

namespace PayPage.Delivery.Email;

/// <summary>Puts an invoice's own values into a merchant's words, once: what is put in is not read again.</summary>
internal sealed class MailSlots(Mail mail, Uri? link, Words words)
{
    /// <summary>A subject, which holds no link.</summary>
    public string Fill(MailTemplate subject) => string.Concat(subject.Parts.Select(part => part switch
    {
        MailPart.Words text => text.Text,
        MailPart.Slot slot => ValueOf(slot.Name),
        _ => "",
    }));

    /// <summary>A message: an empty line begins another paragraph.</summary>
    public void Fill(MailBody body, MailTemplate message)
    {
        var runs = new List<MailBody.Run>();

        foreach (var part in message.Parts)
        {
            if (part is MailPart.Slot slot)
            {
                runs.Add(new MailBody.Run(ValueOf(slot.Name), IsValue: true, slot.Name == MailSlot.SecurePaymentUrl ? link : null));
            }
            else if (part is MailPart.Words text)
            {
                var paragraphs = text.Text.ReplaceLineEndings("\n").Split("\n\n");
                Add(paragraphs[0]);

                foreach (var paragraph in paragraphs.Skip(1))
                {
                    End();
                    Add(paragraph);
                }
            }
        }

        End();

        void Add(string text)
        {
            if (text.Length > 0)
            {
                runs.Add(new MailBody.Run(text));
            }
        }

        void End()
        {
            if (runs.Count > 0)
            {
                body.Paragraph([.. runs]);
                runs.Clear();
            }
        }
    }

    private string ValueOf(MailSlot slot) => slot switch
    {
        MailSlot.CustomerName => mail.Invoice.CustomerName ?? words["Mail.NoCustomer"],
        MailSlot.Amount => words.Sum(mail.Invoice.Due),
        MailSlot.Currency => mail.Invoice.Due.Currency.Code,
        MailSlot.SecurePaymentUrl => link?.AbsoluteUri ?? throw new InvariantException("A link was to stand in a mail that carries none."),
        MailSlot.DueDate => words.Date(mail.Invoice.DueDate),
        MailSlot.InvoiceNumber => mail.Invoice.Number,
        MailSlot.MerchantName => mail.Merchant.Name,
    };
}
