using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PayPage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Look : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "Payments",
                type: "TEXT",
                unicode: false,
                maxLength: 35,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Color",
                table: "Merchants",
                type: "TEXT",
                unicode: false,
                maxLength: 7,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "Merchants",
                type: "TEXT",
                unicode: false,
                maxLength: 35,
                nullable: false,
                defaultValue: "en");

            migrationBuilder.AddColumn<string>(
                name: "Logo",
                table: "Merchants",
                type: "TEXT",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Privacy",
                table: "Merchants",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms",
                table: "Merchants",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Logos",
                columns: table => new
                {
                    MerchantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Logos", x => new { x.MerchantId, x.Hash });
                    table.ForeignKey(
                        name: "FK_Logos_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Logos_Hash",
                table: "Logos",
                column: "Hash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Logos");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "Color",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "Logo",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "Privacy",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "Terms",
                table: "Merchants");
        }
    }
}
