using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PayPage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BackOffice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Payments_MerchantId",
                table: "Payments");

            migrationBuilder.DropIndex(
                name: "IX_Ledger_MerchantId",
                table: "Ledger");

            migrationBuilder.DropIndex(
                name: "IX_Audit_MerchantId",
                table: "Audit");

            migrationBuilder.AlterColumn<Guid>(
                name: "MerchantId",
                table: "Outbox",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<Guid>(
                name: "InvoiceId",
                table: "Outbox",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "InvitationId",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "UserId",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AllowsParts",
                table: "Merchants",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "AlwaysLink",
                table: "Merchants",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "ConfirmationEmails",
                table: "Merchants",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DefaultCurrency",
                table: "Merchants",
                type: "TEXT",
                unicode: false,
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DueDays",
                table: "Merchants",
                type: "INTEGER",
                nullable: false,
                defaultValue: 14);

            migrationBuilder.AddColumn<string>(
                name: "LegalName",
                table: "Merchants",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LinkHours",
                table: "Merchants",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MinimumPart",
                table: "Merchants",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NumberPrefix",
                table: "Merchants",
                type: "TEXT",
                unicode: false,
                maxLength: 12,
                nullable: false,
                defaultValue: "INV-");

            migrationBuilder.AddColumn<string>(
                name: "PayerEmail",
                table: "Links",
                type: "TEXT",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PayerName",
                table: "Links",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WindowHours",
                table: "Links",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CreationKey",
                table: "Invoices",
                type: "TEXT",
                unicode: false,
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IncludesLink",
                table: "Invoices",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchWords",
                table: "Invoices",
                type: "TEXT",
                maxLength: 460,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SortName",
                table: "Invoices",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "GetsNoLink",
                table: "Customers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "SearchWords",
                table: "Customers",
                type: "TEXT",
                maxLength: 520,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Mode",
                table: "Audit",
                type: "TEXT",
                unicode: false,
                maxLength: 30,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    IsOperator = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OneTimeHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MerchantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Role = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    InvitedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AcceptedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Invitations_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InvoiceNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MerchantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvoiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Actor = table.Column<string>(type: "TEXT", unicode: false, maxLength: 80, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvoiceNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InvoiceNotes_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    MerchantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => new { x.MerchantId, x.UserId });
                    table.ForeignKey(
                        name: "FK_Memberships_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OfficeSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Device = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Address = table.Column<string>(type: "TEXT", unicode: false, maxLength: 45, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficeSessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SetUp",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SetUp", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AspNetUserPasskeys_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_MerchantId_Mode_Status_SettledAt",
                table: "Payments",
                columns: new[] { "MerchantId", "Mode", "Status", "SettledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_MerchantId_Mode_Account",
                table: "Ledger",
                columns: new[] { "MerchantId", "Mode", "Account" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_List",
                table: "Invoices",
                columns: new[] { "MerchantId", "Mode", "CreatedAt", "Id", "Stage", "Currency", "Total", "Paid", "DueDate", "SearchWords" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_Mode_CreationKey",
                table: "Invoices",
                columns: new[] { "MerchantId", "Mode", "CreationKey" },
                unique: true,
                filter: "[CreationKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_Mode_Currency_Total_Id",
                table: "Invoices",
                columns: new[] { "MerchantId", "Mode", "Currency", "Total", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_Mode_DueDate_Id",
                table: "Invoices",
                columns: new[] { "MerchantId", "Mode", "DueDate", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_Mode_SortName_Id",
                table: "Invoices",
                columns: new[] { "MerchantId", "Mode", "SortName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_List",
                table: "Customers",
                columns: new[] { "MerchantId", "CreatedAt", "Id", "SearchWords" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_MerchantId_Mode_At_Id",
                table: "Audit",
                columns: new[] { "MerchantId", "Mode", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_MerchantId_Mode_Kind_At",
                table: "Audit",
                columns: new[] { "MerchantId", "Mode", "Kind", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserPasskeys_UserId",
                table: "AspNetUserPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_OneTimeHash",
                table: "AspNetUsers",
                column: "OneTimeHash",
                unique: true,
                filter: "[OneTimeHash] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_MerchantId_Email",
                table: "Invitations",
                columns: new[] { "MerchantId", "Email" });

            migrationBuilder.CreateIndex(
                name: "IX_InvoiceNotes_InvoiceId_At",
                table: "InvoiceNotes",
                columns: new[] { "InvoiceId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_UserId",
                table: "Memberships",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_OfficeSessions_UserId",
                table: "OfficeSessions",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserPasskeys");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "InvoiceNotes");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "OfficeSessions");

            migrationBuilder.DropTable(
                name: "SetUp");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropIndex(
                name: "IX_Payments_MerchantId_Mode_Status_SettledAt",
                table: "Payments");

            migrationBuilder.DropIndex(
                name: "IX_Ledger_MerchantId_Mode_Account",
                table: "Ledger");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_List",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_MerchantId_Mode_CreationKey",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_MerchantId_Mode_Currency_Total_Id",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_MerchantId_Mode_DueDate_Id",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_MerchantId_Mode_SortName_Id",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Customers_List",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Audit_MerchantId_Mode_At_Id",
                table: "Audit");

            migrationBuilder.DropIndex(
                name: "IX_Audit_MerchantId_Mode_Kind_At",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "InvitationId",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "UserId",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "AllowsParts",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "AlwaysLink",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "ConfirmationEmails",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "DefaultCurrency",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "DueDays",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "LegalName",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "LinkHours",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "MinimumPart",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "NumberPrefix",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "PayerEmail",
                table: "Links");

            migrationBuilder.DropColumn(
                name: "PayerName",
                table: "Links");

            migrationBuilder.DropColumn(
                name: "WindowHours",
                table: "Links");

            migrationBuilder.DropColumn(
                name: "CreationKey",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "IncludesLink",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "SearchWords",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "SortName",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "GetsNoLink",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "SearchWords",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "Mode",
                table: "Audit");

            migrationBuilder.AlterColumn<Guid>(
                name: "MerchantId",
                table: "Outbox",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "InvoiceId",
                table: "Outbox",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Payments_MerchantId",
                table: "Payments",
                column: "MerchantId");

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_MerchantId",
                table: "Ledger",
                column: "MerchantId");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_MerchantId",
                table: "Audit",
                column: "MerchantId");
        }
    }
}
