namespace PayPage.Domain.Delivery;

/// <summary>A merchant's own words for a mail, with placeholders such as <c>{{ customer_name }}</c>. Text and nothing else: it is never run.</summary>
public static class MailTemplate
{
    public const int SubjectLength = 200;
    public const int MessageLength = 2000;
}
